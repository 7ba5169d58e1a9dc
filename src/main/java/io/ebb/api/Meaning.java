package io.ebb.api;

import java.util.function.Function;

/// What a `ret_code` means to whoever made the call: the documentation's table of codes, with what
/// to do about each.
///
/// @param kind what to throw
/// @param pace when a read is tried again
/// @param hint what to do; some of it depends on the connection
record Meaning(Function<Failure, EhpcException> kind, Pace pace, Function<Hints, String> hint) {

  /// The row of a code. What the documentation does not list goes on being refused.
  static Meaning of(int code) {
    return switch (code) {
      case 1100 -> bad("a parameter is missing or malformed: check ids, names and counts");
      case 1101 -> bad("the service does not know this call or one of its values: check both");
      case 1200, 1600, 1620, 1660 -> auth(Hints::key);
      case 1300 -> auth(Hints::clock);
      case 1400 ->
          conflict("check that nothing is in transition (ebb operations) and that it is allowed");
      case 1500 -> bad("the user could not be registered: check what was given");
      case 1510 -> conflict("the user exists already: use it or choose another name");
      case 1520 -> bad("the user's name is malformed: choose another");
      case 1610 -> bad("there is no such user: check the name");
      case 1630 -> bad("the password could not be reset: check the user and the new password");
      case 1640 -> quota("passwords were reset too often: wait an hour");
      case 1650 -> bad("the permission to reset the password has run out: ask for a new one");
      case 1661 -> auth(_ -> "the account is not fully registered: complete that in the console");
      case 1662 -> auth(_ -> "the user is banned: ask the owner of the account");
      case 2000 -> auth(hints -> "the session has run out: sign in again, or " + hints.key());
      case 2100 -> new Meaning(NotFoundException::new, Pace.NEVER, Hints::missing);
      case 2110 -> conflict("it exists already: use it or choose another name");
      case 2200 -> bad("it could not be leased: look at its billing in the console");
      case 2300 -> bad("it could not be given back: look at its billing in the console");
      case 2400 -> quota("the account has run out of money: top it up");
      case 2500 -> new Meaning(QuotaException::new, Pace.QUOTA, Hints::calls);
      case 3300 -> bad("the service lacks this part of the API: check the endpoint");
      case 4000, 4001, 4002, 4004, 4005 ->
          bad("the licence of the service is not in order: tell whoever operates it");
      case 4003 -> quota("the licence allows no more of them: remove some, or extend the licence");
      case 5000 -> busy(Pace.FEW, "the service failed inside: try again in a minute");
      case 5100 -> busy(Pace.SOON, "the service is busy: try again in a minute");
      case 5200 -> busy(Pace.SLOW, "the zone is out of capacity: try again later, or elsewhere");
      case 5300 -> busy(Pace.SOON, "the service is being updated: try again in some minutes");
      case 5400 -> conflict("something still depends on it: remove that first");
      case 5500 -> bad("the warehouse service is not enabled: enable it in the console");
      case 5600 -> bad("this type of disk is not supported: choose another");
      case 8000, 8001, 8002, 8003, 8004 ->
          bad("a configuration file of the service is wrong: tell whoever operates it");
      default -> bad("the service will go on refusing this: check what was asked for");
    };
  }

  private static Meaning bad(String hint) {
    return new Meaning(BadRequestException::new, Pace.NEVER, _ -> hint);
  }

  private static Meaning auth(Function<Hints, String> hint) {
    return new Meaning(AuthException::new, Pace.NEVER, hint);
  }

  private static Meaning conflict(String hint) {
    return new Meaning(ConflictException::new, Pace.NEVER, _ -> hint);
  }

  private static Meaning quota(String hint) {
    return new Meaning(QuotaException::new, Pace.NEVER, _ -> hint);
  }

  private static Meaning busy(Pace pace, String hint) {
    return new Meaning(BusyException::new, pace, _ -> hint);
  }
}
