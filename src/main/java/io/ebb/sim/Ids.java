package io.ebb.sim;

import java.util.Random;

/// Makes ids of the documented shape, addresses and job numbers; the same ones in every run.
final class Ids {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

  private final Random random = new Random(1);
  private int addresses = 1;
  private int jobs = 8800;
  private int users;

  String next(String prefix) {
    return next(prefix, 8);
  }

  String operation() {
    return next("j", 11);
  }

  String address() {
    addresses++;
    return "172.20." + addresses / 250 + "." + (addresses % 250 + 1);
  }

  int jobNumber() {
    return ++jobs;
  }

  int userNumber() {
    return users++;
  }

  private String next(String prefix, int length) {
    StringBuilder id = new StringBuilder(prefix).append('-');
    random.ints(length, 0, ALPHABET.length()).forEach(at -> id.append(ALPHABET.charAt(at)));
    return id.toString();
  }
}
