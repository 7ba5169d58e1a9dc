package io.ebb.api;

import com.fasterxml.jackson.annotation.JsonValue;

/// A password of a cluster account, on its way to the service. It is sent as it is, and is shown
/// nowhere.
///
/// The service wants 12 to 30 characters of upper and lower case, digits and `!@#$%^&()*`; it is
/// left to the service to refuse others.
///
/// @param value the password; the only way to see it
public record Password(@JsonValue String value) {

  /// Refuses an empty one, with an `IllegalArgumentException`.
  public Password {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a password must not be empty");
    }
  }

  /// Nothing of the password, not even its length.
  @Override
  public String toString() {
    return "Password[…]";
  }
}
