package io.ebb.script.saved;

import io.ebb.script.catalogue.Names;
import io.ebb.script.head.HeadException;
import io.ebb.script.head.Parameter;
import io.ebb.script.head.ParameterType;
import io.ebb.script.head.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The parameters that the head of what is saved declares: those of the scripts that were loaded,
/// with what they were given, and literals that were typed. Equal ones of one name are one.
final class Pulled {
  static final String PARAMS = "params";

  private final List<Parameter> parameters = new ArrayList<>();

  /// Those that are declared, in their order.
  List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  /// Takes over a parameter of a script that was loaded.
  void take(Unit unit, Parameter declared) {
    Object given = unit.spoken().parameters().get(declared.key());
    boolean secret = declared.type() == ParameterType.SECRET;
    String name =
        declare(
            given == null || secret ? declared : with(declared, declared.name(), given.toString()));
    if (!name.equals(declared.name())) {
      rename(unit, declared.key(), Names.camel(name));
    }
  }

  /// Puts a parameter in the place of the literal; nothing where that would not give the same
  /// value.
  void pull(Literals.Found literal) {
    Slot slot = literal.slot();
    Parameter wanted =
        new Parameter(
            slot.name(),
            slot.type(),
            false,
            literal.value(),
            null,
            null,
            List.of(),
            null,
            slot.help());
    if (keeps(wanted)) {
      String key = Names.camel(declare(wanted));
      Unit unit = literal.unit();
      unit.replace(literal.token(), PARAMS + "." + unit.language().spell(key));
    }
  }

  /// Whether the value is the same when it has been through the head.
  private static boolean keeps(Parameter parameter) {
    try {
      Map<String, Object> bound = Parameters.bind(List.of(parameter), Map.of());
      Object value = bound.get(parameter.key());
      return value != null
          && value.toString().equals(parameter.fallback())
          && value.toString().strip().equals(value.toString());
    } catch (HeadException _) {
      return false; // such as a node set that only the cluster can make sense of
    }
  }

  /// The name under which the parameter is declared, which may have a number at its end.
  private String declare(Parameter wanted) {
    for (int number = 1; ; number++) {
      String name = number == 1 ? wanted.name() : wanted.name() + number;
      Parameter other = named(name);
      if (other == null) {
        parameters.add(with(wanted, name, wanted.fallback()));
        return name;
      } else if (other.type() == wanted.type()
          && Objects.equals(other.fallback(), wanted.fallback())) {
        return name;
      }
    }
  }

  private @Nullable Parameter named(String name) {
    return parameters.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
  }

  private static Parameter with(Parameter parameter, String name, @Nullable String fallback) {
    return new Parameter(
        name,
        parameter.type(),
        parameter.required() && fallback == null,
        fallback,
        parameter.min(),
        parameter.max(),
        parameter.choices(),
        parameter.pattern(),
        parameter.help());
  }

  private static void rename(Unit unit, String key, String to) {
    Code code = unit.code();
    String spelt = unit.language().spell(key);
    IntStream.range(2, code.size())
        .filter(at -> code.is(at, spelt) && code.is(at - 1, ".") && code.is(at - 2, PARAMS))
        .forEach(at -> unit.replace(code.token(at), unit.language().spell(to)));
  }
}
