package io.ebb.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/// The TypeScript compiler, which runs in our own JavaScript engine, over files in memory. It takes
/// seconds to load and seconds to check: give it all files at once.
final class TypeScript {
  private static final String HOME = "/META-INF/resources/webjars/typescript/5.9.3/lib/";

  private TypeScript() {}

  /// What it has to say of a file.
  ///
  /// @param line from 1
  /// @param code for example 2339
  record Finding(String file, int line, int code, String message) {}

  /// Checks files together, with the options of the `jsconfig.json` that is among them.
  ///
  /// @param files texts by name
  static List<Finding> check(Map<String, String> files) throws IOException {
    try (Context context =
        Context.newBuilder("js")
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            .option("js.lazy-translation", "true")
            .build()) {
      context.eval("js", "globalThis.module = {exports: {}}");
      context.eval(source("typescript.js", text(HOME + "typescript.js")));
      ProxyExecutable read = path -> read(path[0].asString(), files);
      Value findings =
          context
              .eval(source("check.js", text("check.js")))
              .execute(read, String.join("\n", files.keySet()));
      List<Finding> found = new ArrayList<>();
      for (long i = 0; i < findings.getArraySize(); i++) {
        found.add(finding(findings.getArrayElement(i)));
      }
      return found;
    }
  }

  private static Finding finding(Value found) {
    return new Finding(
        found.getMember("file").asString(),
        found.getMember("line").asInt(),
        found.getMember("code").asInt(),
        found.getMember("message").asString());
  }

  private static @Nullable String read(String path, Map<String, String> files) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return path.startsWith("/lib/") ? text(HOME + name) : files.get(name);
  }

  private static Source source(String name, @Nullable String text) throws IOException {
    return Source.newBuilder("js", String.valueOf(text), name).build();
  }

  private static @Nullable String text(String resource) {
    try (InputStream in = TypeScript.class.getResourceAsStream(resource)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + resource, e);
    }
  }
}
