package io.ebb.run;

import java.sql.SQLException;

/// A newer version of Ebb has written the database: this one would only do harm.
final class NewerSchemaException extends SQLException {
  private static final long serialVersionUID = 1;

  /// @param format the version of the tables
  /// @param known the last one that this version of Ebb knows
  NewerSchemaException(int format, int known) {
    super(
        "it was written by a newer version of Ebb: format %d, and this one reads up to %d"
            .formatted(format, known));
  }
}
