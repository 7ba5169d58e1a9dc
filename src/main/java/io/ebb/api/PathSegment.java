package io.ebb.api;

import feign.Param;

/// Encodes a text as one segment of a path, once, in the encoding of the signature: what is signed
/// is what is sent. Public only because Feign makes it.
public final class PathSegment implements Param.Expander {

  /// Made by Feign.
  public PathSegment() {}

  /// The text encoded. Throws [BadRequestException] for an empty one: the path would be another
  /// endpoint's.
  @Override
  public String expand(Object text) {
    if (text.toString().isEmpty()) {
      throw new BadRequestException(
          new Failure("ask", Subject.of(""), 0, "an id is empty", "give the id; nothing was sent"));
    }
    return Signer.encode(text.toString());
  }
}
