package io.ebb.repl;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// Takes the colours out of a text, and leaves what is inverse.
final class Monochrome {
  private Monochrome() {}

  static AttributedString of(AttributedString text) {
    var plain = new AttributedStringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      boolean inverse = (text.styleAt(i).getStyle() & AttributedStyle.INVERSE.getStyle()) != 0;
      plain.style(inverse ? AttributedStyle.INVERSE : AttributedStyle.DEFAULT);
      plain.append(text.charAt(i));
    }
    return plain.toAttributedString();
  }
}
