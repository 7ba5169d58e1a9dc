package io.ebb.cluster;

import java.io.Serial;

/// A node set that cannot be read: malformed, naming an unknown group, matching nothing, or too
/// large. The message quotes the faulty part, says where it stands and what is wrong with it.
public final class NodeSetException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private static final int SHOWN = 60;

  private final String part;
  private final int position;

  NodeSetException(String part, int position, String problem) {
    super(message(part, position, problem));
    this.part = part;
    this.position = position;
  }

  /// About a group or wildcard whose meaning cannot be read.
  NodeSetException(String part, int position, NodeSetException cause) {
    super(message(part, position, "in what it stands for, " + cause.getMessage()), cause);
    this.part = part;
    this.position = position;
  }

  /// The faulty part, as written.
  public String part() {
    return part;
  }

  /// Where the part begins, counted in characters from 1.
  public int position() {
    return position;
  }

  private static String message(String part, int position, String problem) {
    String shown = part.length() <= SHOWN ? part : part.substring(0, SHOWN) + "…";
    return "\"" + shown + "\" at position " + position + ": " + problem;
  }
}
