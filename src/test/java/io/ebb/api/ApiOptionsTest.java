package io.ebb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiOptionsTest {
  private static final Credentials KEY = new Credentials("QYACCESSKEYIDEXAMPLE", "SECRET");

  @ParameterizedTest
  @ValueSource(strings = {"hpc-api.qingcloud.com", "ftp://host", "https:host", "/api"})
  void whatIsNoWebAddressIsRefusedWithAnExample(String endpoint) {
    assertThatThrownBy(() -> ApiOptions.of(URI.create(endpoint), KEY, "jn1a"))
        .hasMessageContaining("https://hpc-api.qingcloud.com, not " + endpoint);
  }

  @Test
  void nothingPrintedHoldsTheSecret() {
    assertThat(ApiOptions.of(URI.create("https://host"), KEY, "jn1a").toString())
        .contains("QYAC…MPLE")
        .doesNotContain("SECRET", "QYACCESSKEYIDEXAMPLE");
  }

  @ParameterizedTest
  @CsvSource({"QYACCESSKEYIDEXAMPLE, QYAC…MPLE", "SHORT, …"})
  void keyIdIsMasked(String id, String masked) {
    assertThat(new Credentials(id, "x").maskedId()).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({"'', secret", "id, ' '"})
  void halfAKeyIsRefused(String id, String secret) {
    assertThatThrownBy(() -> new Credentials(id, secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is empty");
  }
}
