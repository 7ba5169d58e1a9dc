package io.ebb.script;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// The paths in a folder, as the engine reads them.
final class Listing implements DirectoryStream<Path> {
  private final List<Path> paths = new ArrayList<>();

  Listing(List<Path> all, DirectoryStream.Filter<? super Path> filter) throws IOException {
    for (Path path : all) {
      if (filter.accept(path)) {
        paths.add(path);
      }
    }
  }

  @Override
  public Iterator<Path> iterator() {
    return paths.iterator();
  }

  @Override
  public void close() {} // nothing is open
}
