package io.ebb;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.ebb.plan.Guard;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The removal rules and the tests that prove them.
final class RuleIndexTest {
  private static final int RULES = 17;

  @Test
  void eachRuleIsProvedByATest() throws IOException, URISyntaxException {
    Path tests =
        Path.of(RuleIndexTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Set<Integer> proved =
        new ClassFileImporter()
            .importPath(tests).stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Rule.class))
                .filter(RuleIndexTest::runs)
                .map(method -> method.getAnnotationOfType(Rule.class).value())
                .collect(Collectors.toCollection(TreeSet::new));

    assertThat(proved).containsExactlyElementsOf(IntStream.rangeClosed(1, RULES).boxed().toList());
  }

  @Test
  void eachGuardStandsForARule() {
    assertThat(Arrays.stream(Guard.values()).map(Guard::rule))
        .allMatch(rule -> rule >= 1 && rule <= RULES);
  }

  private static boolean runs(JavaMethod method) {
    return method.isMetaAnnotatedWith(org.junit.platform.commons.annotation.Testable.class);
  }
}
