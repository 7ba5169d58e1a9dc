package io.ebb.settings;

import io.ebb.text.Suggestion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The profile chosen from Ebb's own configuration file.
///
/// @param name its name and who chose it; empty when the file has no profiles
/// @param values what it sets
record Profile(Optional<Setting<String>> name, Mapping values) {
  static final String LIMITS = "limits";
  static final String PROTECTED = "protected";
  static final String PRODUCTION = "production";

  private static final String ALL = "profiles";
  private static final String DEFAULT = "default-profile";
  private static final List<String> KEYS =
      Stream.concat(
              Stream.of(Key.values()).map(key -> key.inProfile).filter(Objects::nonNull),
              Stream.of(LIMITS, PROTECTED, PRODUCTION))
          .toList();

  /// The profile that `wanted` names, else the file's `default-profile`, else the only one.
  static Profile choose(Mapping file, Optional<Setting<String>> wanted, List<Problem> problems) {
    file.refuseOthersThan(List.of(DEFAULT, ALL));
    Mapping profiles = file.mapping(ALL);
    Optional<Setting<String>> name =
        wanted.or(() -> file.text(DEFAULT)).or(() -> only(profiles, problems));
    name.filter(chosen -> !profiles.keys().contains(chosen.value()))
        .ifPresent(chosen -> problems.add(unknown(chosen, profiles)));
    Mapping values = name.map(chosen -> profiles.mapping(chosen.value())).orElse(profiles.empty());
    values.refuseOthersThan(KEYS);
    return new Profile(name, values);
  }

  private static Optional<Setting<String>> only(Mapping profiles, List<Problem> problems) {
    if (profiles.keys().size() > 1) {
      problems.add(
          new Problem(
              "no profile is chosen of the " + profiles.place(),
              "set %s, --profile or EBB_PROFILE to one of %s"
                  .formatted(DEFAULT, String.join(", ", profiles.keys()))));
    }
    return profiles.keys().size() == 1
        ? profiles.keys().stream().findFirst().map(name -> new Setting<>(name, profiles.place()))
        : Optional.empty();
  }

  private static Problem unknown(Setting<String> name, Mapping profiles) {
    return new Problem(
        "%s names the profile %s, which is not among the %s"
            .formatted(name.origin(), name.value(), profiles.place()),
        profiles.keys().isEmpty()
            ? "there are none: write one below the key profiles, or name none"
            : Suggestion.of(name.value(), profiles.keys()));
  }
}
