package io.ebb.run;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What is wrong with a [Store], told so that one knows what to do.
final class Trouble {
  private static final String RIGHTS = "see that it is yours, writable and not full";
  private static final String NO_ROOM = "make room on the disk";
  private static final String DAMAGED =
      "if it is Ebb's own, put back a copy; else move it away. Without it nobody knows which runs"
          + " go on";

  private Trouble() {}

  /// @param why an [IOException], an [SQLException], or an error of the driver's native library
  static JournalException of(Store store, Throwable why) {
    String told = told(why);
    String shown = store.masked(told);
    return new JournalException(
        "the journal in %s cannot be used (%s), so nothing is changed; %s"
            .formatted(store, shown, remedy(why)),
        shown.equals(told) ? why : null); // a cause is told as it is
  }

  /// The texts of databases say it all; those of files are a path and nothing else.
  private static String told(Throwable why) {
    return why instanceof IOException
        ? why.getClass().getSimpleName() + ": " + why.getMessage()
        : String.valueOf(why.getMessage());
  }

  private static String remedy(Throwable why) {
    return switch (why) {
      case SQLiteException sqlite -> remedy(sqlite.getResultCode());
      case NewerSchemaException _ -> "update Ebb on this machine";
      case SQLException sql -> remedy(sql.getSQLState());
      case FileSystemException _ ->
          "give yourself the right to write there, or set XDG_STATE_HOME to another folder";
      default -> RIGHTS;
    };
  }

  private static String remedy(SQLiteErrorCode code) {
    return switch (primary(code)) {
      case SQLITE_FULL -> NO_ROOM;
      case SQLITE_NOTADB, SQLITE_CORRUPT -> DAMAGED;
      case SQLITE_BUSY, SQLITE_LOCKED ->
          "another process has been writing for %d s: see which one has the file open, and end it"
              .formatted(Store.BUSY.toSeconds());
      default -> RIGHTS;
    };
  }

  /// The lowest eight bits of a result say what is wrong, the others in which way.
  private static SQLiteErrorCode primary(SQLiteErrorCode code) {
    return SQLiteErrorCode.getErrorCode(code.code & 0xff);
  }

  /// By the class of the SQL standard, the first two characters of the state.
  private static String remedy(@Nullable String state) {
    return switch (state == null || state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08", "57" -> "see that the server of the setting db runs and can be reached";
      case "28" -> "see user and password in the setting db";
      case "3D" -> "create that database, or name another in the setting db";
      case "42" -> "give the user the right to create and to change tables there";
      case "53" -> "make room on the server's disk";
      case "55" -> "another process has been writing for too long: see which one, and end it";
      default -> "see the setting db, and the server's own log";
    };
  }
}
