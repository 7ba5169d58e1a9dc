package io.ebb.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the database is that machines share. It prints without user, password and parameters.
///
/// @param url where it is, for JDBC, with its parameters, but without user and password
/// @param user as whom to connect; null when the address does not say
/// @param password null when the address has none
public record DatabaseAddress(String url, @Nullable Secret user, @Nullable Secret password) {
  private static final String USER = "user=";
  private static final String PASSWORD = "password=";

  /// The address written as `postgres://user:password@host:port/name?parameter=value`, or as
  /// `jdbc:postgresql://…`, where user and password may be parameters; empty when `text` is none.
  static Optional<DatabaseAddress> parse(String text) {
    try {
      URI uri = new URI(text.replaceFirst("^jdbc:", ""));
      boolean named = uri.getPath() != null && uri.getPath().length() > 1;
      return uri.getScheme() != null && uri.getScheme().matches("postgres(ql)?") && named
          ? Optional.of(of(uri))
          : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static DatabaseAddress of(URI uri) {
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    int at = authority.lastIndexOf('@');
    List<String> parameters = new ArrayList<>();
    if (at >= 0) {
      String[] parts = authority.substring(0, at).split(":", 2);
      Stream.of(USER + parts[0], PASSWORD + (parts.length > 1 ? parts[1] : ""))
          .filter(parameter -> !parameter.endsWith("="))
          .forEach(parameters::add);
    }
    if (uri.getRawQuery() != null) {
      parameters.addAll(List.of(uri.getRawQuery().split("&")));
    }
    String rest =
        parameters.stream()
            .filter(parameter -> !parameter.startsWith(USER) && !parameter.startsWith(PASSWORD))
            .collect(Collectors.joining("&"));
    return new DatabaseAddress(
        "jdbc:postgresql://"
            + authority.substring(at + 1)
            + uri.getRawPath()
            + (rest.isEmpty() ? "" : "?" + rest),
        value(USER, parameters),
        value(PASSWORD, parameters));
  }

  private static @Nullable Secret value(String name, List<String> parameters) {
    return parameters.stream()
        .filter(parameter -> parameter.startsWith(name))
        .map(parameter -> parameter.substring(name.length()))
        .map(text -> new Secret(URLDecoder.decode(text, StandardCharsets.UTF_8)))
        .findFirst()
        .orElse(null);
  }

  /// Where it is, for people; whether user and password are there is told by `****`.
  @Override
  public String toString() {
    String plain = url.replaceFirst("^jdbc:", "").replaceFirst("\\?.*$", "");
    return user == null && password == null ? plain : plain.replaceFirst("//", "//****@");
  }
}
