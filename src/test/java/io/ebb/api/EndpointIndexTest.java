package io.ebb.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import feign.RequestLine;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The endpoint index of the reference against what is bound, simulated and tested.
final class EndpointIndexTest {

  /// One line of the index.
  ///
  /// @param kind `immediate` or `operation`
  record Indexed(String name, String method, String path, String kind) {
    String key() {
      return method + " " + path;
    }

    boolean write() {
      return method.equals("POST") && !path.equals("/queue/ehpc/getQueueList");
    }
  }

  @Test
  void everyEndpointIsBoundAndNothingElseIs() throws IOException {
    Set<String> bound = bindings().map(EndpointIndexTest::key).collect(Collectors.toSet());
    bound.remove("GET /queue/ehpc/getQueueList"); // the other form of the POST (Q16)

    assertThat(bound)
        .containsExactlyInAnyOrderElementsOf(index().stream().map(Indexed::key).toList());
  }

  @Test
  void everyEndpointIsExercisedByATest() throws IOException {
    Set<String> exercised =
        new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("io.ebb.api")
                .stream()
                .map(JavaClass::getMethods)
                .flatMap(Set::stream)
                .filter(method -> method.isAnnotatedWith(Exercises.class))
                .map(EndpointIndexTest::exercised)
                .collect(Collectors.toCollection(TreeSet::new));

    assertThat(exercised)
        .containsExactlyInAnyOrderElementsOf(index().stream().map(Indexed::key).toList());
  }

  @Test
  void readsAndWritesAreMarkedAsSuch() throws IOException {
    Set<String> writes =
        index().stream().filter(Indexed::write).map(Indexed::key).collect(Collectors.toSet());

    assertThat(bindings())
        .allSatisfy(method ->
            assertThat(method.isAnnotationPresent(Write.class))
                .as(method.getName())
                .isEqualTo(writes.contains(key(method))));
  }

  @Test
  void repliesToWorkThatGoesOnNameTheOperation() throws IOException {
    Set<String> goesOn =
        index().stream()
            .filter(each -> each.kind().equals("operation"))
            .map(Indexed::key)
            .collect(Collectors.toSet());

    assertThat(bindings().filter(method -> goesOn.contains(key(method))))
        .isNotEmpty()
        .allSatisfy(method ->
            assertThat(method.getReturnType().getMethod("operation").getReturnType())
                .isEqualTo(String.class));
  }

  /// The lines of the index, without its heading.
  static List<Indexed> index() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(EndpointIndexTest.class.getResourceAsStream("endpoints.csv"))) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> line.contains(",/"))
          .map(line -> line.split(","))
          .map(cells -> new Indexed(cells[0], cells[1], cells[2], cells[3]))
          .toList();
    }
  }

  /// The methods of the interfaces that can be reached from [EhpcApi].
  private static Stream<Method> bindings() {
    return Arrays.stream(EhpcApi.class.getMethods())
        .map(Method::getReturnType)
        .filter(type -> type.isInterface() && type.getPackage() == EhpcApi.class.getPackage())
        .flatMap(area -> Arrays.stream(area.getMethods()))
        .filter(method -> method.isAnnotationPresent(RequestLine.class));
  }

  private static String key(Method method) {
    return method.getAnnotation(RequestLine.class).value();
  }

  private static String exercised(JavaMethod method) {
    return method.getAnnotationOfType(Exercises.class).value();
  }
}
