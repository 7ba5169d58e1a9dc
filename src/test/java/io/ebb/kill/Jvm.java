package io.ebb.kill;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// Starts programs of this class path in processes of their own. Where there will be many of a
/// kind, the first leaves a class cache, with which the others begin sooner.
final class Jvm {
  private static final List<String> FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xlog:disable",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dpolyglot.engine.WarnInterpreterOnly=false");

  private final Path folder;
  private final boolean many;
  private final String classPath;

  /// Packs what the class path has in folders into jars, because a class cache knows jars only.
  ///
  /// @param folder where jars and caches are put
  /// @param many whether there will be so many that a cache, which takes seconds to make, is worth
  ///   it
  Jvm(Path folder, boolean many) {
    this.folder = folder;
    this.many = many;
    this.classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(Files::exists)
            .map(entry -> Files.isDirectory(entry) ? packed(entry) : entry)
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
  }

  private Path packed(Path classes) {
    Path jar = folder.resolve(classes.getFileName() + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(each).toString()));
        Files.copy(each, out);
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts a program.
  ///
  /// @param kind programs of the same kind share a class cache
  /// @param command the class to run, and its arguments
  /// @param output where both its streams go
  Process start(String kind, List<String> command, Map<String, String> variables, Path output)
      throws IOException {
    List<String> whole = new ArrayList<>();
    whole.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    whole.addAll(FLAGS);
    if (many) {
      Path cache = folder.resolve(kind + ".aot");
      whole.add((Files.exists(cache) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + cache);
    }
    whole.addAll(List.of("-cp", classPath));
    whole.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("EBB_"));
    builder.environment().putAll(variables);
    return builder.start();
  }
}
