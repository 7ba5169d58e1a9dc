package io.ebb.run;

import java.util.Locale;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What is wrong with a [Store], told so that one knows what to do.
final class Trouble {
  private Trouble() {}

  static JournalException of(Store store, Throwable why) {
    String text = store.masked(String.valueOf(why.getMessage()));
    return new JournalException(
        "the journal in %s cannot be used, so nothing may be changed: %s; %s"
            .formatted(store, text, remedy(why)),
        why);
  }

  private static String remedy(Throwable why) {
    return switch (why) {
      case SQLiteException e -> remedy(e.getResultCode());
      default -> "see that it is yours, writable and not full";
    };
  }

  private static String remedy(SQLiteErrorCode code) {
    String name = code.name().toUpperCase(Locale.ROOT);
    return name.startsWith("SQLITE_FULL")
        ? "make room on the disk"
        : "see that it is yours, writable and not full";
  }
}
