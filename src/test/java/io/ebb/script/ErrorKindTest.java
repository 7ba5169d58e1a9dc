package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.script.catalogue.ErrorKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Scripts have the classes of errors that the catalogue tells of.
final class ErrorKindTest {
  private static final String ALL =
      Arrays.stream(ErrorKind.values()).map(ErrorKind::type).collect(Collectors.joining(", "));

  @Test
  void javaScriptHasEach() {
    try (Stage stage = new Stage()) {
      stage.run(
          Language.JAVASCRIPT,
          "for (const e of [" + ALL + "]) show([e.name, e.prototype instanceof Error])");
      assertThat(stage.host.shown)
          .isEqualTo(
              Arrays.stream(ErrorKind.values()).map(kind -> List.of(kind.type(), true)).toList());
    }
  }

  @Test
  void pythonHasEachWithItsMeaning() {
    try (Stage stage = new Stage()) {
      stage.run(Language.PYTHON, "for e in [" + ALL + "]: show([e.__name__, e.__doc__.strip()])");
      assertThat(stage.host.shown)
          .isEqualTo(
              Arrays.stream(ErrorKind.values())
                  .map(kind -> List.of(kind.type(), kind.doc()))
                  .toList());
    }
  }
}
