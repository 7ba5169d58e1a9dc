package io.ebb.cluster;

/// A run of digits in a name, as a number that keeps the zeros in front.
///
/// The code of `007` is `1007`: the digits behind a 1. Codes are distinct for `7`, `07` and `007`,
/// sort by length and then by value, and neighbours of one length are neighbours in number.
final class Index {
  /// The longest run of digits that counts as an index; a longer one is plain text.
  static final int MAX_DIGITS = 18;

  private Index() {}

  static long code(String digits) {
    return Long.parseLong("1" + digits);
  }

  static String digits(long code) {
    return Long.toString(code).substring(1);
  }

  /// The code of `value` written with `width` digits.
  static long code(long value, int width) {
    return tenToThe(width) + value;
  }

  static boolean padded(String digits) {
    return digits.length() > 1 && digits.charAt(0) == '0';
  }

  /// Whether counting on from `last` without padding leads to `next`: from 9 to 10, from 99 to 100.
  static boolean carries(long last, long next) {
    String digits = digits(next);
    int width = digits.length() - 1;
    return width > 0 && next == code(tenToThe(width), width + 1) && last == 2 * tenToThe(width) - 1;
  }

  static long tenToThe(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}
