package io.ebb.script;

import io.ebb.script.runbook.Block;
import io.ebb.script.runbook.Runbook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A piece of a runbook in one language: the code of a block, or its condition. Each line of it has
/// the number that it has in the runbook's file.
///
/// @param name under which errors find it on the shelf
/// @param script the piece as a script
/// @param typed the piece as its language takes it
record Piece(String name, Script script, Typed typed) {

  /// The code of a block that has some.
  static Piece code(Runbook runbook, Block block) {
    Language language = Objects.requireNonNull(block.language());
    String text = "\n".repeat(block.line()) + block.text();
    return new Piece(
        name(runbook, block), script(runbook, language, text), Typed.of(language, text));
  }

  /// The condition of a block that has one, as an expression, and nothing but an expression.
  static Piece condition(Runbook runbook, Block block) {
    String expression = Objects.requireNonNull(block.when());
    String above = "\n".repeat(block.line() - 1);
    String text = above + expression;
    List<Typed.Edit> edits = List.of(new Typed.Edit(above.length(), 0, "("));
    Typed typed = new Typed(text, above + "(" + expression + "\n)", "", edits, false);
    return new Piece(
        name(runbook, block) + "-when", script(runbook, languageOf(block), text), typed);
  }

  /// All pieces of a runbook in this language.
  static List<Piece> all(Runbook runbook, Language language) {
    List<Piece> pieces = new ArrayList<>();
    for (Block block : runbook.blocks()) {
      if (languageOf(block) == language && block.when() != null) {
        pieces.add(condition(runbook, block));
      }
      if (block.language() == language) {
        pieces.add(code(runbook, block));
      }
    }
    return pieces;
  }

  /// What the condition of a block is written in.
  static Language languageOf(Block block) {
    return block.language() == null ? Language.JAVASCRIPT : block.language();
  }

  /// All of a runbook as a script in one language.
  static Script script(Runbook runbook, Language language, String text) {
    return new Script(runbook.file(), language, text, runbook.head(), runbook.folder());
  }

  private static String name(Runbook runbook, Block block) {
    return Path.of(runbook.file()).getFileName() + "#" + block.line();
  }
}
