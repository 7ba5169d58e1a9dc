package io.ebb.api;

/// The call quota of the account: how many calls fit into any hour, for everybody who uses it.
///
/// @param callsPerHour how many calls the service accepts in any 3600 s; at least 1
/// @param reserve how many of them are kept for finishing what was begun, see [Reserve]
/// @param ledger where the calls of all who share the quota are counted
public record Quota(int callsPerHour, int reserve, CallLedger ledger) {
  /// What the service documents for a new account.
  public static final int DOCUMENTED = 2000;

  /// Refuses a quota below 1 and a reserve that is negative or takes all of it, with an
  /// `IllegalArgumentException`.
  public Quota {
    if (callsPerHour < 1 || reserve < 0 || reserve >= callsPerHour) {
      throw new IllegalArgumentException(
          "a quota of %d calls with a reserve of %d makes no sense"
              .formatted(callsPerHour, reserve));
    }
  }

  /// That many calls an hour, a twentieth of them in reserve.
  public static Quota of(int callsPerHour, CallLedger ledger) {
    return new Quota(callsPerHour, callsPerHour / 20, ledger);
  }

  /// The documented quota, counted in this process alone.
  public static Quota unshared() {
    return of(DOCUMENTED, CallLedger.inMemory());
  }
}
