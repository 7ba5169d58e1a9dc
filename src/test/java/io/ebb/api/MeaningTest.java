package io.ebb.api;

import static io.ebb.api.RawServer.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The documentation's table of codes, row by row: the kind of failure, whether a read is tried
/// again, and what the hint says to do.
final class MeaningTest {
  private static final String TABLE =
      """
      1100 | bad request | never | check ids, names and counts
      1101 | bad request | never | does not know this call
      1200 | auth        | never | check key QYAC…MPLE
      1300 | auth        | never | clock is off by more than a minute; set it
      1400 | conflict    | never | nothing is in transition
      1500 | bad request | never | could not be registered
      1510 | conflict    | never | the user exists already
      1520 | bad request | never | name is malformed
      1600 | auth        | never | check key
      1610 | bad request | never | no such user
      1620 | auth        | never | check key
      1630 | bad request | never | password could not be reset
      1640 | quota       | never | wait an hour
      1650 | bad request | never | ask for a new one
      1660 | auth        | never | check key
      1661 | auth        | never | complete that in the console
      1662 | auth        | never | ask the owner of the account
      2000 | auth        | never | sign in again
      2100 | not found   | never | check the id and the zone (jn1a)
      2110 | conflict    | never | exists already
      2200 | bad request | never | could not be leased
      2300 | bad request | never | could not be given back
      2400 | quota       | never | top it up
      2500 | quota       | quota | quota of calls is used up
      3300 | bad request | never | check the endpoint
      4000 | bad request | never | licence
      4001 | bad request | never | licence
      4002 | bad request | never | licence
      4003 | quota       | never | remove some
      4004 | bad request | never | licence
      4005 | bad request | never | licence
      5000 | busy        | few   | try again in a minute
      5100 | busy        | soon  | the service is busy
      5200 | busy        | slow  | out of capacity
      5300 | busy        | soon  | being updated
      5400 | conflict    | never | remove that first
      5500 | bad request | never | enable it in the console
      5600 | bad request | never | choose another
      8000 | bad request | never | configuration file
      8001 | bad request | never | configuration file
      8002 | bad request | never | configuration file
      8003 | bad request | never | configuration file
      8004 | bad request | never | configuration file
      9999 | bad request | never | will go on refusing this
      """;

  @ParameterizedTest
  @CsvSource(textBlock = TABLE, delimiter = '|')
  void q33CodeOfAReadBecomes(int code, String kind, String again, String hint) throws Exception {
    try (Connected to = Connected.to(code(code))) {
      EhpcException failure = catchThrowableOfType(EhpcException.class, to::listNodes);

      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure.code()).isEqualTo(code);
      assertThat(failure.hint()).contains(hint);
      assertThat(failure).hasMessageEndingWith("ret_code %d: said %d", code, code);
      int requests = to.server.requests().size();
      switch (Pace.valueOf(again.toUpperCase(Locale.ROOT))) {
        case NEVER -> assertThat(requests).isEqualTo(1);
        case FEW -> assertThat(requests).isEqualTo(4);
        case SLOW -> assertThat(requests).isBetween(4, 8);
        case SOON -> assertThat(requests).isBetween(12, 24);
        case QUOTA -> assertThat(requests).isGreaterThan(10);
        case REACH -> throw new AssertionError("of a code?");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = TABLE, delimiter = '|')
  void codeOfAWriteIsToldAtOnce(int code, String kind, String again, String hint) throws Exception {
    try (Connected to = Connected.to(code(code))) {
      EhpcException failure = catchThrowableOfType(EhpcException.class, to::removeNode);

      boolean unsure = code == 5000;
      assertThat(failure.kind()).isEqualTo(unsure ? "ambiguous" : kind);
      assertThat(failure.hint()).contains(unsure ? "look at the operations" : hint);
      assertThat(failure.action()).isEqualTo("remove nodes from a queue");
      assertThat(failure.resource())
          .isEqualTo("cluster ehpc-gk3wfc7e, queue ehpcq-m7qglynz, nodes 2");
      assertThat(to.server.requests()).hasSize(1);
    }
  }
}
