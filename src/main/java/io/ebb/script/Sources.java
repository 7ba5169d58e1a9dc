package io.ebb.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/// A script as the engine takes it.
record Sources(Script script) {
  private static final String MODULE = "application/javascript+module";

  /// What the parser of scripts says about text that only modules may have.
  private static final Pattern MEANT_AS_MODULE =
      Pattern.compile("but found (?:import|export)\\b|outside a module");

  /// The script, to be executed. As with Node, a text of JavaScript that is no script because of an
  /// `import` or an `export` is a module.
  Value in(Context context) {
    try {
      return context.parse(source(""));
    } catch (PolyglotException e) {
      if (script.language() == Language.JAVASCRIPT && isModule(e)) {
        return context.parse(source(MODULE));
      }
      throw e;
    }
  }

  private static boolean isModule(PolyglotException e) {
    return e.isSyntaxError() && MEANT_AS_MODULE.matcher(String.valueOf(e.getMessage())).find();
  }

  /// With a path, so that what it imports is looked for beside it.
  private Source source(String type) {
    try {
      Source.Builder builder =
          script.folder() == null
              ? Source.newBuilder(script.language().id(), script.text(), script.file())
              : Source.newBuilder(script.language().id(), Shelf.path(script.name()).toFile())
                  .content(script.text())
                  .name(script.file());
      return (type.isEmpty() ? builder : builder.mimeType(type)).build();
    } catch (IOException e) {
      throw new UncheckedIOException("the content of a source was given, and yet read", e);
    }
  }
}
