package io.ebb.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// This process as others know it, and what it can tell of others.
///
/// @param owner how it is named
/// @param place within which a process id means one process: a machine since it was started, and
///   one of its containers; empty when the system does not tell
record OwnProcess(Owner owner, String place) {
  /// Two processes tell the start of a third from clocks that may differ by as much.
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  static OwnProcess current() {
    ProcessHandle handle = ProcessHandle.current();
    Owner owner = new Owner(host(), handle.pid(), start(handle, Instant.EPOCH), user());
    return new OwnProcess(owner, here());
  }

  /// On whose behalf it works; empty when the system does not tell.
  static String user() {
    return System.getProperty("user.name", "");
  }

  /// Whether a process is known to have ended: one whose place is not this one's may still be
  /// there.
  boolean knowsGone(Owner other, String otherPlace) {
    return other.host().equals(owner.host())
        && otherPlace.equals(place)
        && ProcessHandle.of(other.pid()).filter(handle -> is(handle, other)).isEmpty();
  }

  private static boolean is(ProcessHandle handle, Owner other) {
    Instant start = start(handle, other.startedAt());
    return handle.isAlive()
        && Duration.between(start, other.startedAt()).abs().compareTo(TOLERANCE) < 0;
  }

  private static Instant start(ProcessHandle handle, Instant otherwise) {
    return handle.info().startInstant().orElse(otherwise);
  }

  private static String host() {
    String name = read(Path.of("/proc/sys/kernel/hostname"));
    if (!name.isEmpty()) {
      return name;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "localhost";
    }
  }

  private static String here() {
    String boot = read(Path.of("/proc/sys/kernel/random/boot_id"));
    try {
      return boot + " " + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException | UnsupportedOperationException _) {
      return boot;
    }
  }

  /// The text of a file of the system; empty when it has none.
  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException _) {
      return "";
    }
  }
}
