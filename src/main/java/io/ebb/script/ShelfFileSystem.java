package io.ebb.script;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.graalvm.polyglot.io.FileSystem;

/// The files that the engine lets a script see: those of its [Shelf], under [Shelf#ROOT],
/// read-only. The engine itself adds the standard library of Python.
final class ShelfFileSystem implements FileSystem {
  /// Why there is nothing else, for people.
  static final String OUTSIDE = "a script reads the files of its own folder only";

  /// Why nothing is written, for people.
  static final String READ_ONLY = "a script writes no files";

  /// Why names with a dot are not shown, for people.
  static final String HIDDEN = "a script sees no names that begin with a dot";

  /// What the engine would run without a look at the text, and so without a record of it.
  private static final List<String> NEVER_THERE = List.of(".pyc", ".so", ".pyd");

  private static final FileTime ALWAYS = FileTime.fromMillis(0);
  private static final int FILE = 0100444;
  private static final int FOLDER = 0040555;

  private final Supplier<Shelf> shelf;
  private final Supplier<Ending> ending;

  ShelfFileSystem(Supplier<Shelf> shelf, Supplier<Ending> ending) {
    this.shelf = shelf;
    this.ending = ending;
  }

  @Override
  public Path parsePath(URI uri) {
    if (!"file".equals(uri.getScheme())) {
      throw new IllegalArgumentException(uri + ": " + OUTSIDE);
    }
    return Path.of(uri);
  }

  @Override
  public Path parsePath(String path) {
    return Path.of(path);
  }

  @Override
  public Path toAbsolutePath(Path path) {
    return Shelf.ROOT.resolve(path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... options) throws IOException {
    Look _ = found(path);
    return toAbsolutePath(path).normalize();
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
      throws IOException {
    if (modes.contains(AccessMode.WRITE)) {
      throw new AccessDeniedException(path.toString(), null, READ_ONLY);
    }
    Look _ = found(path);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (!Set.of(StandardOpenOption.READ).containsAll(options)) {
      throw new AccessDeniedException(path.toString(), null, READ_ONLY);
    }
    return new TextChannel(bytes(path, found(path)));
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path path, DirectoryStream.Filter<? super Path> filter) throws IOException {
    if (!found(path).folder()) {
      throw new NotDirectoryException(path.toString());
    }
    String folder = name(path);
    List<String> names = outside(() -> shelf.get().names(folder));
    return new Listing(names.stream().map(path::resolve).toList(), filter);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String wanted, LinkOption... options)
      throws IOException {
    Look look = found(path);
    Map<String, Object> all = new HashMap<>();
    all.put("isDirectory", look.folder());
    all.put("isRegularFile", !look.folder());
    all.put("isSymbolicLink", false);
    all.put("isOther", false);
    all.put("size", look.folder() ? 0L : (long) bytes(path, look).length);
    all.put("mode", look.folder() ? FOLDER : FILE);
    List.of("lastModifiedTime", "lastAccessTime", "creationTime", "ctime")
        .forEach(time -> all.put(time, ALWAYS));
    List.of("ino", "dev").forEach(number -> all.put(number, 0L));
    List.of("nlink", "uid", "gid").forEach(number -> all.put(number, 0));
    String names = wanted.substring(wanted.indexOf(':') + 1);
    if (!names.equals("*")) {
      all.keySet().retainAll(Arrays.asList(names.split(",", -1)));
    }
    return all;
  }

  @Override
  public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
    throw new AccessDeniedException(path.toString(), null, READ_ONLY);
  }

  @Override
  public void delete(Path path) throws IOException {
    throw new AccessDeniedException(path.toString(), null, READ_ONLY);
  }

  /// What stands at the path.
  private Look found(Path path) throws IOException {
    String name = name(path);
    if (name.startsWith("<") || NEVER_THERE.stream().anyMatch(name::endsWith)) {
      throw new NoSuchFileException(path.toString());
    }
    Look look = outside(() -> shelf.get().look(name));
    if (look.refused() != null) {
      throw new FileSystemException(path.toString(), null, look.refused());
    } else if (!look.folder() && look.text() == null) {
      throw new NoSuchFileException(path.toString());
    }
    return look;
  }

  private static byte[] bytes(Path path, Look look) throws FileSystemException {
    if (look.folder()) {
      throw new FileSystemException(path.toString(), null, "Is a directory");
    }
    return Objects.requireNonNull(look.text()).getBytes(StandardCharsets.UTF_8);
  }

  /// The name on the shelf of what has this path.
  private String name(Path path) throws AccessDeniedException {
    Path whole = toAbsolutePath(path).normalize();
    if (!whole.startsWith(Shelf.ROOT)) {
      throw new AccessDeniedException(path.toString(), null, OUTSIDE);
    }
    String name = Shelf.ROOT.relativize(whole).toString();
    if (shelf.get().hides(name)) {
      throw new AccessDeniedException(path.toString(), null, HIDDEN);
    }
    return name.isEmpty() ? "." : name;
  }

  /// What goes wrong in the record of a script ends it, whatever it catches.
  private <T> T outside(Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      throw ending.get().halt(e);
    }
  }
}
