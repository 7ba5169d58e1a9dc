package io.ebb.api;

import static java.util.Locale.ROOT;

import feign.InvocationHandlerFactory.MethodHandler;
import feign.RequestLine;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/// A method of an interface of the API: what its annotations say, and what makes its attempts.
///
/// @param attempt makes one attempt and gives its [Reply]
/// @param httpMethod `GET` or `POST`
/// @param path the path below `/api`
/// @param action what it does, in words
/// @param write whether it changes something
/// @param otherwise the method that sends the second form; null when there is one form only
/// @param renamed the field that is sent under another name; null when none is
record Endpoint(
    MethodHandler attempt,
    String httpMethod,
    String path,
    String action,
    boolean write,
    @Nullable Method otherwise,
    @Nullable Renamed renamed) {

  /// Reads the annotations; fails, naming the method, when they are not complete.
  static Endpoint of(Method method, MethodHandler attempt) {
    RequestLine line = method.getAnnotation(RequestLine.class);
    Read read = method.getAnnotation(Read.class);
    Write write = method.getAnnotation(Write.class);
    if (line == null || (read == null) == (write == null)) {
      throw new IllegalStateException(method + " needs @RequestLine, and @Read or @Write");
    }
    String[] words = line.value().split(" ");
    String action = read == null ? write.value() : read.value();
    return new Endpoint(
        attempt,
        words[0],
        words[1],
        action,
        write != null,
        otherwise(method),
        method.getAnnotation(Renamed.class));
  }

  /// Whether this dialect wants the other form sent first.
  boolean prefersOther(Dialect dialect) {
    Renamed renamed = otherwise == null ? null : otherwise.getAnnotation(Renamed.class);
    return renamed != null && renamed.to().equals(dialect.deleteKey().name().toLowerCase(ROOT));
  }

  private static @Nullable Method otherwise(Method method) {
    Otherwise other = method.getAnnotation(Otherwise.class);
    if (other == null) {
      return null;
    }
    try {
      return method.getDeclaringClass().getMethod(other.value(), method.getParameterTypes());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(method + " names a method that is not there", e);
    }
  }
}
