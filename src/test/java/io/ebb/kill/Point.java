package io.ebb.kill;

/// A moment in the life of a process, written `http-after-17`.
///
/// @param moment its kind
/// @param number which of its kind, from 1
record Point(Moment moment, int number) {

  static Point parse(String text) {
    int dash = text.lastIndexOf('-');
    return new Point(
        Moment.labelled(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
  }

  @Override
  public String toString() {
    return moment.label() + "-" + number;
  }
}
