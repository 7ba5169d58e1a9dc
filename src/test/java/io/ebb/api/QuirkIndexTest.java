package io.ebb.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Each of the quirks Q1 to Q34 of the reference is named by a test.
final class QuirkIndexTest {
  private static final Pattern NUMBER = Pattern.compile("^q(\\d+)_");

  @Test
  void everyQuirkIsTested() {
    Set<Integer> tested =
        new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("io.ebb.api")
                .stream()
                .map(JavaClass::getMethods)
                .flatMap(Set::stream)
                .map(JavaMethod::getName)
                .flatMap(name -> NUMBER.matcher(name).results())
                .map(QuirkIndexTest::number)
                .collect(Collectors.toSet());

    assertThat(tested)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 34).boxed().toList());
  }

  private static Integer number(MatchResult match) {
    return Integer.valueOf(match.group(1));
  }
}
