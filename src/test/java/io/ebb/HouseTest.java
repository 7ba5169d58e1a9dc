package io.ebb;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Keeps the house as it was drawn: which room may use which, and which library lives where.
final class HouseTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.ebb");

  /// Room to the rooms it may name itself; what those may use is allowed too. "" is `io.ebb`.
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("settings", List.of("text")),
          Map.entry("api", List.of()),
          Map.entry("text", List.of()),
          Map.entry("sim", List.of()),
          Map.entry("cluster", List.of("api")),
          Map.entry("slurm", List.of("cluster")),
          Map.entry("plan", List.of("cluster")),
          Map.entry("run", List.of("plan")),
          Map.entry("script", List.of("run", "text")),
          Map.entry("report", List.of("script")),
          Map.entry("", List.of("settings", "slurm", "script", "report")),
          Map.entry("team", List.of("")),
          Map.entry("repl", List.of("", "text")),
          Map.entry("cli", List.of("", "repl", "team", "sim", "text")));

  static Stream<String> rooms() {
    return MAY_USE.keySet().stream().sorted();
  }

  @ParameterizedTest(name = "io.ebb.{0}")
  @MethodSource("rooms")
  void roomUsesOnlyTheRoomsBelowIt(String room) {
    Set<String> allowed = new HashSet<>(Set.of(room));
    collect(room, allowed);
    String[] forbidden =
        MAY_USE.keySet().stream()
            .filter(other -> !allowed.contains(other))
            .map(HouseTest::packageOf)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(packageOf(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void everyPackageIsARoom() {
    Set<String> rooms = new HashSet<>();
    MAIN.forEach(type -> rooms.add(room(type.getPackageName())));
    assertThat(rooms).isSubsetOf(MAY_USE.keySet());
  }

  @Test
  void roomsFormNoCycle() {
    slices().matching("io.ebb.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @ParameterizedTest(name = "{1} only in {0}")
  @CsvSource({
    "api, feign..",
    "run, java.sql..",
    "run, org.sqlite..",
    "run, org.postgresql..",
    "script, org.graalvm.polyglot..",
    "script, org.commonmark..",
    "team, com.github.kagkarlsson..",
    "cli, picocli..",
    "sim, com.sun.net.httpserver..",
  })
  void libraryIsTouchedInOneRoomOnly(String room, String library) {
    noClasses()
        .that()
        .resideOutsideOfPackage(packageOf(room))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(MAIN);
  }

  @Test
  void jlineIsTouchedByReplAndForStyledTextOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.ebb.repl", "io.ebb.text")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jline..")
        .check(MAIN);
    noClasses()
        .that()
        .resideInAPackage("io.ebb.text")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.jline..").and(not(resideInAPackage("org.jline.utils"))))
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void processesAreStartedBySlurmAndForEditorAndBrowserOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.ebb.slurm")
        .and()
        .doNotHaveFullyQualifiedName("io.ebb.repl.TextEditor")
        .and()
        .doNotHaveFullyQualifiedName("io.ebb.cli.Viewer")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.ProcessBuilder")
        .check(MAIN);
  }

  @Test
  void theEnvironmentIsReadBySettingsOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.ebb.settings")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(MAIN);
  }

  @Test
  void everyRoomIsNullMarked() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith("org.jspecify.annotations.NullMarked")
        .check(MAIN);
    assertThat(MAIN.stream().map(type -> type.getPackage()).distinct())
        .allMatch(room -> room.tryGetPackageInfo().isPresent());
  }

  private static void collect(String room, Set<String> into) {
    for (String next : MAY_USE.getOrDefault(room, List.of())) {
      if (into.add(next)) {
        collect(next, into);
      }
    }
  }

  /// A package below a room's own is part of the room.
  private static String room(String packageName) {
    String[] parts = packageName.split("\\.");
    return parts.length > 2 ? parts[2] : "";
  }

  private static String packageOf(String room) {
    return room.isEmpty() ? "io.ebb" : "io.ebb." + room + "..";
  }
}
