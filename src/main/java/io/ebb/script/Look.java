package io.ebb.script;

import org.jspecify.annotations.Nullable;

/// What stands under a name in a script's folder. At most one component says something; none does
/// when nothing stands there.
///
/// @param text of a file
/// @param folder whether it is a folder
/// @param refused why a script does not get what stands there
record Look(@Nullable String text, boolean folder, @Nullable String refused) {
  static final Look NOTHING = new Look(null, false, null);
  static final Look FOLDER = new Look(null, true, null);

  static Look text(String text) {
    return new Look(text, false, null);
  }

  static Look refused(String why) {
    return new Look(null, false, why);
  }
}
