package io.ebb.sim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads scenarios from YAML, strictly: an unknown or repeated key is an error.
final class ScenarioFile {
  private static final String STANDARD = "default.yaml";
  private static final String SCENARIO = "scenario ";
  private static final String FAULTS = "faults ";

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .addModule(
              new SimpleModule()
                  .addDeserializer(Duration.class, new Word<>(Duration.class, Span::parse))
                  .addDeserializer(Serials.class, new Word<>(Serials.class, Serials::parse))
                  .addDeserializer(Occasion.class, new Word<>(Occasion.class, FaultWords::occasion))
                  .addDeserializer(Past.class, new Word<>(Past.class, FaultWords::past))
                  .addDeserializer(Variant.class, oneOf(Variant.class))
                  .addDeserializer(FaultRule.When.class, oneOf(FaultRule.When.class))
                  .addDeserializer(FaultRule.Ending.class, oneOf(FaultRule.Ending.class))
                  .addDeserializer(FaultKind.Damage.class, oneOf(FaultKind.Damage.class)))
          .build();

  private ScenarioFile() {}

  private static <E extends Enum<E>> Word<E> oneOf(Class<E> type) {
    return new Word<>(type, word -> FaultWords.oneOf(type, word));
  }

  static Scenario standard() {
    try (InputStream in =
        Objects.requireNonNull(ScenarioFile.class.getResourceAsStream(STANDARD), STANDARD)) {
      return parse(STANDARD, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the built-in scenario " + STANDARD, e);
    }
  }

  static Scenario load(Path file) {
    return load(SCENARIO, file, Scenario.class);
  }

  static FaultPlan loadFaults(Path file) {
    return load(FAULTS, file, FaultPlan.class);
  }

  private static <T> T load(String what, Path file, Class<T> type) {
    try {
      return parse(what + file, Files.readString(file), type);
    } catch (NoSuchFileException e) {
      throw new ScenarioException(what + file + ": there is no such file", e);
    } catch (IOException e) {
      throw new ScenarioException(what + file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /// Reads the text of a scenario; its name is for errors only.
  static Scenario parse(String name, String yaml) {
    return parse(SCENARIO + name, yaml, Scenario.class);
  }

  /// Reads the text of a plan of faults; its name is for errors only.
  static FaultPlan parseFaults(String name, String yaml) {
    return parse(FAULTS + name, yaml, FaultPlan.class);
  }

  private static <T> T parse(String file, String yaml, Class<T> type) {
    try {
      T value = YAML.readValue(yaml, type);
      if (value == null) {
        throw new ScenarioException(file + ": " + keysNeeded(type));
      }
      return value;
    } catch (DatabindException e) {
      throw new ScenarioException(
          file + at(e) + ": " + (isAll(e) ? keysNeeded(type) : reason(e)), e);
    } catch (JacksonException e) {
      throw new ScenarioException(file + ": " + e.getOriginalMessage(), e);
    }
  }

  private static String at(DatabindException e) {
    String path =
        e.getPath().stream()
            .map(step ->
                step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getPropertyName())
            .collect(Collectors.joining());
    String key = path.isEmpty() ? "" : ", key " + path.substring(1);
    int line = e.getLocation().getLineNr();
    return line > 0 ? key + ", line " + line : key;
  }

  /// Whether the whole text is something else than keys with values, or nothing.
  private static boolean isAll(DatabindException e) {
    return e.getPath().isEmpty()
        && e instanceof MismatchedInputException
        && !(e instanceof PropertyBindingException);
  }

  private static String keysNeeded(Class<?> type) {
    String keys =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName)
            .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return "keys with values are needed here; there are: " + keys;
  }

  private static String reason(DatabindException e) {
    if (e.getCause() instanceof IllegalArgumentException cause) {
      return String.valueOf(cause.getMessage());
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "there is no key ["
          + unknown.getPropertyName()
          + "] here; there are: "
          + known(unknown);
    }
    // Jackson tells of constructors and creators, which whoever writes a scenario cannot mend.
    return e instanceof MismatchedInputException && !(e instanceof PropertyBindingException)
        ? "something else is needed here; the example that comes with Ebb shows what"
        : e.getOriginalMessage();
  }

  private static String known(UnrecognizedPropertyException unknown) {
    return unknown.getKnownPropertyIds().stream()
        .map(String::valueOf)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /// Reads what is written as one word, numbers included.
  private static final class Word<T> extends StdDeserializer<T> {
    private final Function<String, T> parse;

    Word(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      return parse.apply(parser.getString());
    }
  }
}
