package io.ebb.script;

/// What is made anew for each script, and for each statement of a dialogue.
///
/// @param script what is carried out
/// @param shelf the files beside it
/// @param ending what ends it
/// @param output counts what it puts out
/// @param watch watches over it
/// @param steps the steps that it is in
/// @param looks whether it must change nothing
record Turn(
    Script script,
    Session session,
    Shelf shelf,
    Ending ending,
    Output output,
    Watch watch,
    Steps steps,
    boolean looks) {

  /// That of the script, on the thread that it is made by.
  static Turn of(Script script, Session session, Shelf shelf, Bounds bounds) {
    return of(script, session, shelf, bounds, false);
  }

  /// That of a script, or of an expression that must change nothing.
  static Turn of(Script script, Session session, Shelf shelf, Bounds bounds, boolean looks) {
    Ending ending = new Ending();
    return new Turn(
        script,
        session,
        shelf,
        ending,
        new Output(bounds, ending),
        new Watch(bounds, ending),
        new Steps(session.outside(), session.host()),
        looks);
  }
}
