package io.ebb.cli;

/// Something that a command uses, and lets go of at its end.
///
/// @param get what is used
/// @param letGo closes it, unless somebody else goes on using it
record Borrowed<T>(T get, Runnable letGo) implements AutoCloseable {

  @Override
  public void close() {
    letGo.run();
  }
}
