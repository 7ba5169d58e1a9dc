package io.ebb.script.catalogue;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads the annotations of a word class.
final class Declarations {
  private static final Comparator<Saying> FACTS_FIRST =
      Comparator.comparing(Saying::fact).reversed().thenComparing(Saying::name);

  private Declarations() {}

  static Catalogue.Entry kind(Class<?> type) {
    Kind kind = type.getAnnotation(Kind.class);
    if (kind == null) {
      throw new IllegalStateException(type + " lacks @Kind");
    }
    List<Saying> found = new ArrayList<>();
    for (Method method : methods(type)) {
      Word word = method.getAnnotation(Word.class);
      Fact fact = method.getAnnotation(Fact.class);
      if (word != null) {
        found.add(word(kind, word, method));
      } else if (fact != null) {
        found.add(fact(kind, fact, method));
      }
    }
    // A row tells its facts as they are declared, others have no order of their own.
    if (!type.isRecord()) {
      found.sort(FACTS_FIRST);
    }
    return new Catalogue.Entry(kind.value(), kind.doc(), found, type.isRecord());
  }

  private static List<Method> methods(Class<?> type) {
    return type.isRecord()
        ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor).toList()
        : List.of(type.getDeclaredMethods());
  }

  private static Saying word(Kind kind, Word word, Method method) {
    return new Saying(
        kind.value(),
        word.value(),
        false,
        word.doc(),
        word.example(),
        word.python().isEmpty() ? word.example() : word.python(),
        word.effect(),
        Arrays.stream(method.getParameters()).map(p -> input(method, p)).toList(),
        shape(method.getAnnotatedReturnType()),
        method);
  }

  private static Saying fact(Kind kind, Fact fact, Method method) {
    return new Saying(
        kind.value(),
        fact.value(),
        true,
        fact.doc(),
        "",
        "",
        Effect.READ,
        List.of(),
        among(shape(method.getAnnotatedReturnType()), fact.choices()),
        method);
  }

  private static Input input(Method method, Parameter parameter) {
    Class<?> type = parameter.getType();
    Shape shape = shape(parameter.getAnnotatedType());
    Arg arg = parameter.getAnnotation(Arg.class);
    if (arg != null) {
      return new Input(arg.value(), false, arg.doc(), among(shape, arg.choices()), "", type);
    }
    Opt opt = parameter.getAnnotation(Opt.class);
    if (opt != null) {
      Shape given = shape instanceof Shape.Maybe(Shape value) ? value : shape;
      return new Input(
          opt.value(), true, opt.doc(), among(given, opt.choices()), opt.otherwise(), type);
    }
    throw new IllegalStateException(method + ": a parameter lacks @Arg or @Opt");
  }

  private static Shape among(Shape shape, String[] choices) {
    return choices.length == 0 ? shape : new Shape.Choice(List.of(choices));
  }

  private static Shape shape(AnnotatedType type) {
    Shape shape = present(type);
    return type.isAnnotationPresent(Nullable.class) && !(shape instanceof Shape.Any)
        ? new Shape.Maybe(shape)
        : shape;
  }

  private static Shape present(AnnotatedType type) {
    if (type instanceof AnnotatedParameterizedType generic) {
      AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
      Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
      if (raw == List.class) {
        return new Shape.ListOf(shape(arguments[0]));
      } else if (raw == Map.class) {
        return new Shape.Named(shape(arguments[1]));
      } else if (raw == Predicate.class) {
        return new Shape.Test(named((Class<?>) arguments[0].getType()));
      } else if (raw == Supplier.class) {
        return new Shape.Work();
      }
    }
    return plain((Class<?>) type.getType());
  }

  private static Shape plain(Class<?> type) {
    if (type == String.class) {
      return new Shape.Text();
    } else if (type == int.class || type == long.class || type == Integer.class) {
      return new Shape.Whole();
    } else if (type == double.class || type == Double.class) {
      return new Shape.Decimal();
    } else if (type == boolean.class || type == Boolean.class) {
      return new Shape.Truth();
    } else if (type == void.class) {
      return new Shape.Nothing();
    } else if (type == Instant.class) {
      return new Shape.Moment();
    } else if (type == Duration.class) {
      return new Shape.Span();
    } else if (type.isAnnotationPresent(Given.class)) {
      return type.getAnnotation(Given.class).nodes() ? new Shape.Targets() : new Shape.Any();
    }
    return type == Object.class ? new Shape.Any() : new Shape.Thing(named(type));
  }

  private static String named(Class<?> type) {
    Kind kind = type.getAnnotation(Kind.class);
    if (kind == null) {
      throw new IllegalStateException("no word can take or give a " + type);
    }
    return kind.value();
  }
}
