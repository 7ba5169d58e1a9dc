package io.ebb.script.manual;

import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.head.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The files by which editors, the TypeScript compiler and pyright know what scripts can say.
public final class EditorFiles {
  /// The fact that is typed by the heads of the scripts.
  static final String PARAMS = "params";

  /// What each file says in its first line, behind the sign of a comment.
  public static final String MARK =
      "Written by ebb editor, and written anew when it runs again: do not edit.";

  private EditorFiles() {}

  /// The text of each file by its path from the folder of the scripts.
  ///
  /// @param parameters what the heads of the scripts in the folder declare; a script may read
  ///   others, too, which are of any type
  public static SequencedMap<String, String> of(Catalogue catalogue, List<Parameter> parameters) {
    HeadTypes heads = HeadTypes.of(parameters);
    SequencedMap<String, String> files = new LinkedHashMap<>();
    files.put("ehpc.d.ts", TypeScriptStub.of(catalogue, heads));
    files.put("jsconfig.json", settings("jsconfig.json"));
    files.put("typings/ehpc.pyi", PythonStub.kinds(catalogue, heads));
    files.put("typings/__builtins__.pyi", PythonStub.builtins(catalogue));
    files.put("pyrightconfig.json", settings("pyrightconfig.json"));
    return files;
  }

  private static String settings(String file) {
    return Template.named(file).with("MARK", "// " + MARK).filled();
  }
}
