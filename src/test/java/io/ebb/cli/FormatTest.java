package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormatTest {
  @ParameterizedTest
  @CsvSource({
    "nods -o json,           JSON",
    "nods -ojson -c x,       JSON",
    "nods -o=yaml,           YAML",
    "nods --output json,     JSON",
    "nods --output=JSON,     JSON",
    "nods,                   TABLE",
    "nods -o xml,            TABLE",
    "nods --no-output json,  TABLE"
  })
  void formatIsFoundInAWrongCommandLine(String words, Format format) {
    assertThat(Format.among(List.of(words.split(" ")))).isEqualTo(format);
  }

  @Test
  void formatIsFoundBehindCodeOfSeveralLines() {
    assertThat(Format.among(List.of("run", "--eval", "a\nb\n", "-o", "name")))
        .isEqualTo(Format.NAME);
  }
}
