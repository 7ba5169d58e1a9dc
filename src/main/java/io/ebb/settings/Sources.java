package io.ebb.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The places where settings are looked for.
final class Sources {
  private final Overrides overrides;
  private final Environment environment;
  private final Mapping shared;
  private final Profile profile;

  Sources(Environment environment, Overrides overrides, List<Problem> problems) {
    this.overrides = overrides;
    this.environment = environment;
    this.shared = Mapping.of(environment.home().resolve(".qingcloud/config.yaml"), problems);
    int before = problems.size();
    Mapping own = Mapping.of(environment.configFolder().resolve("config.yaml"), problems);
    boolean readable = problems.size() == before;
    this.profile =
        readable
            ? Profile.choose(own, given(Key.PROFILE), problems)
            : new Profile(given(Key.PROFILE), own);
  }

  Profile profile() {
    return profile;
  }

  /// The value that wins.
  Optional<Setting<String>> find(Key key) {
    return given(key)
        .or(() -> in(profile.values(), key, key.inProfile))
        .or(() -> in(shared, key, key.inSharedFile));
  }

  /// Where Ebb keeps what outlives a command.
  Setting<Path> stateFolder() {
    return new Setting<>(
        environment.stateFolder(),
        environment.variable("XDG_STATE_HOME").isPresent()
            ? new Origin.Variable("XDG_STATE_HOME")
            : new Origin.BuiltIn());
  }

  /// Files that hold a secret key although others than their owner may read them.
  Stream<Path> exposedFiles() {
    return Stream.of(shared, profile.values())
        .filter(Mapping::holdsSecret)
        .map(mapping -> mapping.place().file())
        .filter(YamlFile::readableByOthers);
  }

  /// All the places where a setting can be set, as a piece of advice.
  String whereToSet(Key key) {
    List<String> places = new ArrayList<>();
    if (key.option != null) {
      places.add(key.option);
    }
    places.add(key.variable);
    if (key.inSharedFile != null) {
      places.add(key.inSharedFile + " in " + shared.place().file());
    }
    if (key.inProfile != null) {
      places.add(key.inProfile + " in a profile of " + profile.values().place().file());
    }
    return "set " + String.join(", or ", places);
  }

  private Optional<Setting<String>> given(Key key) {
    Optional<Setting<String>> option =
        Optional.ofNullable(overrides.of(key))
            .map(value -> new Setting<>(value, new Origin.Option(String.valueOf(key.option))));
    return option.or(() ->
        environment
            .variable(key.variable)
            .map(value -> new Setting<>(value, new Origin.Variable(key.variable))));
  }

  private static Optional<Setting<String>> in(Mapping mapping, Key key, @Nullable String name) {
    return Optional.ofNullable(name)
        .flatMap(key == Key.CALLS_PER_HOUR ? mapping::textOrNumber : mapping::text);
  }
}
