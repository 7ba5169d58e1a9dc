package io.ebb.settings;

/// Something in the settings that cannot be used.
///
/// @param finding what is wrong, and where; never a value, which may be a secret
/// @param mend what to do about it
public record Problem(String finding, String mend) {

  @Override
  public String toString() {
    return finding + ": " + mend;
  }
}
