package io.ebb.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the service is, which keys to use and which limits hold, each with its origin.
///
/// Later wins: built in, `~/.qingcloud/config.yaml` (shared with QingCloud's own tools), the chosen
/// profile of `$XDG_CONFIG_HOME/ebb/config.yaml`, environment variables, options. Immutable.
public final class Settings {
  private final Map<Key, Setting<String>> texts = new EnumMap<>(Key.class);
  private final Sources sources;
  private final Setting<URI> endpoint;
  private final ConfiguredLimits limits;
  private final List<String> protectedNodes;

  private Settings(Sources sources, List<String> problems) {
    this.sources = sources;
    for (Key key : Key.values()) {
      sources.find(key).ifPresent(setting -> texts.put(key, setting));
    }
    Mapping profile = sources.profile().values();
    this.endpoint =
        text(Key.ENDPOINT)
            .flatMap(text -> endpoint(text, problems))
            .orElse(new Setting<>(Endpoint.DEFAULT, new Origin.BuiltIn()));
    this.limits = ConfiguredLimits.in(profile.mapping(Profile.LIMITS));
    this.protectedNodes = profile.texts(Profile.PROTECTED);
  }

  /// The settings of this process, without options.
  ///
  /// @throws SettingsException when a source cannot be used
  public static Settings load() {
    return load(Environment.system(), Overrides.none());
  }

  /// The settings from an environment and the options of a command. Settings that are only missing
  /// are no error before they are needed, see [#connection].
  ///
  /// @throws SettingsException when a source cannot be used; lists all that is wrong
  public static Settings load(Environment environment, Overrides overrides) {
    List<String> problems = new ArrayList<>();
    var settings = new Settings(new Sources(environment, overrides, problems), problems);
    if (!problems.isEmpty()) {
      throw SettingsException.of("The settings cannot be used", problems);
    }
    return settings;
  }

  /// What it takes to call the API.
  ///
  /// @throws SettingsException when something is missing; lists all of it and where to set it
  public Connection connection() {
    List<String> missing =
        Stream.of(Key.ACCESS_KEY_ID, Key.SECRET_ACCESS_KEY, Key.ZONE)
            .filter(key -> !texts.containsKey(key))
            .map(key -> key.inProfile + ": " + sources.whereToSet(key))
            .toList();
    if (!missing.isEmpty()) {
      throw SettingsException.of("Settings are missing", missing);
    }
    return new Connection(
        endpoint.value(),
        zone().orElseThrow().value(),
        accessKeyId().orElseThrow().value(),
        secretAccessKey().orElseThrow().value(),
        owner().map(Setting::value).orElse(null));
  }

  /// Scheme, host and port of the service; the public one by default.
  public Setting<URI> endpoint() {
    return endpoint;
  }

  /// The zone id; no default.
  public Optional<Setting<String>> zone() {
    return text(Key.ZONE);
  }

  /// The public half of the API key.
  public Optional<Setting<String>> accessKeyId() {
    return text(Key.ACCESS_KEY_ID);
  }

  /// The secret half of the API key.
  public Optional<Setting<Secret>> secretAccessKey() {
    return text(Key.SECRET_ACCESS_KEY).map(text -> text.map(Secret::new));
  }

  /// The owner that the cluster list asks for.
  public Optional<Setting<String>> owner() {
    return text(Key.OWNER);
  }

  /// The profile in use, and who chose it.
  public Optional<Setting<String>> profile() {
    return sources.profile().name();
  }

  /// The limits that the profile sets; nothing set without a profile.
  public ConfiguredLimits limits() {
    return limits;
  }

  /// The nodes that must never be taken out, as the profile writes them: node set notation.
  public List<String> protectedNodes() {
    return protectedNodes;
  }

  /// Where Ebb keeps what outlives a process; see [Environment#stateFolder].
  public Path stateFolder() {
    return sources.stateFolder();
  }

  /// What is not wrong but should be looked at, one sentence each.
  public List<String> warnings() {
    return sources
        .exposedFiles()
        .map(file ->
            "%s holds a secret key and others can read it: chmod 600 %s".formatted(file, file))
        .toList();
  }

  private static Optional<Setting<URI>> endpoint(Setting<String> text, List<String> problems) {
    Optional<URI> address = Endpoint.parse(text.value());
    if (address.isEmpty()) {
      problems.add(
          text.origin() + " is not an address: write scheme and host, such as " + Endpoint.DEFAULT);
    }
    return address.map(uri -> new Setting<>(uri, text.origin()));
  }

  private Optional<Setting<String>> text(Key key) {
    return Optional.ofNullable(texts.get(key));
  }
}
