package io.ebb.repl.completion;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Files and folders.
final class FileOffers {
  /// Of one folder.
  private static final int MOST = 1_000;

  private final Path folder;

  /// @param folder where names begin that say no folder
  FileOffers(Path folder) {
    this.folder = folder;
  }

  /// @param start where what is typed begins
  List<Candidate> of(String typed, int start) {
    int slash = typed.lastIndexOf('/') + 1;
    Offers offers = new Offers(start + slash, typed.substring(slash));
    for (Path file : list(typed.substring(0, slash))) {
      String name = String.valueOf(file.getFileName());
      if (!name.startsWith(".") || offers.typed().startsWith(".")) {
        boolean isFolder = Files.isDirectory(file);
        offers.add("files", name, isFolder ? name + "/" : name, "", !isFolder);
      }
    }
    return offers.best();
  }

  private List<Path> list(String where) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(resolved(where))) {
      for (Path file : files) {
        if (found.size() < MOST) {
          found.add(file);
        }
      }
    } catch (IOException | DirectoryIteratorException | InvalidPathException _) {
      return List.of(); // what cannot be read has nothing to offer
    }
    found.sort(Comparator.comparing(Path::toString));
    return found;
  }

  private Path resolved(String where) {
    return where.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), where.substring(2))
        : folder.resolve(where);
  }
}
