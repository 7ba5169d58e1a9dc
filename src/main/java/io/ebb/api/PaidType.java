package io.ebb.api;

import com.fasterxml.jackson.annotation.JsonValue;

/// How something is paid for, in requests. Replies have it as text, because their examples spell it
/// in several ways (Q30).
public enum PaidType {
  /// By the hour.
  PAY_FOR_USED("PayForUsed"),
  /// By contract, for a number of months.
  RESERVED("Reserved");

  private final String wire;

  PaidType(String wire) {
    this.wire = wire;
  }

  /// As it is sent: `PayForUsed` or `Reserved`.
  @JsonValue
  public String wire() {
    return wire;
  }
}
