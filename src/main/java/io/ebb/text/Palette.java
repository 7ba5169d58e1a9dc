package io.ebb.text;

/// Paints text for a terminal, or leaves it alone.
public enum Palette {
  /// Styles become colours.
  COLOUR {
    @Override
    public String paint(Style style, String text) {
      return "\033[" + style.code() + "m" + text + "\033[0m";
    }
  },
  /// Text stays as it is.
  PLAIN {
    @Override
    public String paint(Style style, String text) {
      return text;
    }
  };

  /// The text, ready to print. It must be safe for a terminal already, see [Line#of].
  public abstract String paint(Style style, String text);
}
