package io.ebb.report.html;

import io.ebb.run.Entry.BlockEnd;
import io.ebb.run.Entry.End;
import io.ebb.run.Outcome;
import io.ebb.run.RunState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How good something is: a colour, and always a sign beside it, since not everybody sees colours.
enum Tone {
  GOOD,
  WARN,
  BAD,
  CALM;

  /// Its class in the style sheet.
  String style() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Tone of(RunState state) {
    return switch (state) {
      case DONE -> GOOD;
      case PARTIAL, CANCELLED, REFUSED, INTERRUPTED -> WARN;
      case FAILED, UNKNOWN -> BAD;
      case PLANNED, RUNNING -> CALM;
    };
  }

  static Tone of(Outcome outcome) {
    return switch (outcome) {
      case RETIRED -> GOOD;
      case KEPT -> WARN;
      case FAILED, UNKNOWN -> BAD;
      case UNTOUCHED, OPEN -> CALM;
    };
  }

  static Tone of(@Nullable End end) {
    return switch (end) {
      case null -> CALM;
      case HAPPENED -> GOOD;
      case NOT_DONE, DROPPED, REFUSED -> WARN;
      case FAILED, OPEN -> BAD;
    };
  }

  static Tone of(@Nullable BlockEnd end) {
    return switch (end) {
      case null -> CALM;
      case DONE -> GOOD;
      case SKIPPED -> WARN;
      case FAILED -> BAD;
    };
  }

  /// The state with its sign.
  static String words(RunState state) {
    String sign =
        switch (state) {
          case DONE -> "✓";
          case PARTIAL -> "!";
          case FAILED -> "✗";
          case UNKNOWN -> "?";
          case CANCELLED -> "↩";
          case REFUSED -> "–";
          case INTERRUPTED -> "‖";
          case PLANNED -> "○";
          case RUNNING -> "▸";
        };
    return sign + " " + state.label();
  }

  /// The outcome with its sign.
  static String words(Outcome outcome) {
    String sign =
        switch (outcome) {
          case RETIRED -> "✓";
          case KEPT -> "↩";
          case FAILED -> "✗";
          case UNKNOWN -> "?";
          case UNTOUCHED -> "–";
          case OPEN -> "…";
        };
    return sign + " " + outcome.label();
  }

  /// This with a sign for itself.
  String words(String text) {
    String sign =
        switch (this) {
          case GOOD -> "✓";
          case WARN -> "!";
          case BAD -> "✗";
          case CALM -> "…";
        };
    return sign + " " + text;
  }
}
