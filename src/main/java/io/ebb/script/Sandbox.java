package io.ebb.script;

import java.io.InputStream;
import java.io.OutputStream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.io.IOAccess;

/// What a script may touch: the door, the files it is given, and nothing else. No Java classes,
/// network, processes, environment, threads or native code.
final class Sandbox {
  private Sandbox() {}

  static Engine engine(Language language) {
    return Engine.newBuilder(language.id()).option("engine.WarnInterpreterOnly", "false").build();
  }

  static Context context(
      Engine engine,
      Language language,
      OutputStream output,
      OutputStream errors,
      FileSystem files) {
    Context.Builder builder =
        Context.newBuilder(language.id())
            .engine(engine)
            .allowHostAccess(HostAccess.NONE)
            .allowHostClassLookup(_ -> false)
            .allowIO(reading(files))
            .allowPolyglotAccess(PolyglotAccess.NONE)
            .allowEnvironmentAccess(EnvironmentAccess.NONE)
            .allowCreateThread(false)
            .allowCreateProcess(false)
            .allowNativeAccess(false)
            .allowExperimentalOptions(true)
            .in(InputStream.nullInputStream())
            .out(output)
            .err(errors);
    switch (language) {
      case JAVASCRIPT ->
          builder
              .option("js.polyglot-builtin", "false")
              .option("js.load", "false")
              .option("js.unhandled-rejections", "throw");
      case PYTHON -> builder.option("python.WarnExperimentalFeatures", "false");
    }
    return builder.build();
  }

  /// What the engine brings along is readable too: the standard library of Python. Read-only from
  /// outside, as the engine would let a script write there.
  private static IOAccess reading(FileSystem files) {
    FileSystem all = FileSystem.allowInternalResourceAccess(files);
    return IOAccess.newBuilder().fileSystem(FileSystem.newReadOnlyFileSystem(all)).build();
  }
}
