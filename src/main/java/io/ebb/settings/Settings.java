package io.ebb.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Where the service is, which keys to use and which limits hold, each with its origin.
///
/// Later wins: built in, `~/.qingcloud/config.yaml` (shared with QingCloud's own tools), the chosen
/// profile of `$XDG_CONFIG_HOME/ebb/config.yaml`, environment variables, options. Immutable.
public final class Settings {
  private final Map<Key, Setting<String>> texts = new EnumMap<>(Key.class);
  private final List<Problem> problems = new ArrayList<>();
  private final Sources sources;
  private final Setting<URI> endpoint;
  private final Setting<Integer> callsPerHour;
  private final Setting<DeleteKey> deleteKey;
  private final Optional<Setting<DatabaseAddress>> database;
  private final ConfiguredLimits limits;
  private final List<String> protectedNodes;
  private final boolean production;

  private Settings(Environment environment, Overrides overrides) {
    this.sources = new Sources(environment, overrides, problems);
    for (Key key : Key.values()) {
      sources.find(key).ifPresent(setting -> texts.put(key, setting));
    }
    Mapping profile = sources.profile().values();
    this.endpoint =
        parsed(
            Key.ENDPOINT,
            Endpoint::parse,
            Endpoint.DEFAULT,
            new Problem("is not an address", "write scheme and host, such as " + Endpoint.DEFAULT));
    this.callsPerHour =
        parsed(
            Key.CALLS_PER_HOUR,
            Settings::count,
            Connection.DOCUMENTED_CALLS_PER_HOUR,
            new Problem("must be a whole number from 1 on", "write what the account may do"));
    this.deleteKey =
        parsed(
            Key.DELETE_KEY,
            DeleteKey::parse,
            DeleteKey.NODE_IDS,
            new Problem("must be node_ids or node_list", "change or remove it"));
    this.database =
        text(Key.DB)
            .flatMap(text ->
                DatabaseAddress.parse(text.value())
                    .map(address -> new Setting<>(address, text.origin())));
    if (database.isEmpty()) {
      text(Key.DB).ifPresent(text -> problems.add(noDatabase(text.origin())));
    }
    this.limits = ConfiguredLimits.in(profile.mapping(Profile.LIMITS));
    this.protectedNodes = profile.texts(Profile.PROTECTED);
    this.production = profile.truth(Profile.PRODUCTION);
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
    Settings settings = look(environment, overrides);
    if (!settings.problems.isEmpty()) {
      throw SettingsException.of("The settings cannot be used", settings.problems);
    }
    return settings;
  }

  /// As much of the settings as can be used, and [what cannot][#problems]: to look at them, not to
  /// work with them. In place of a wrong value stands the built-in one or none.
  public static Settings look(Environment environment, Overrides overrides) {
    return new Settings(environment, overrides);
  }

  /// All that cannot be used; nothing after [#load].
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// What it takes to call the API.
  ///
  /// @throws SettingsException when something is missing; lists all of it and where to set it
  public Connection connection() {
    List<Problem> missing =
        Stream.of(Key.values())
            .filter(key -> key.required() && !texts.containsKey(key))
            .map(key -> new Problem(key.title(), sources.whereToSet(key)))
            .toList();
    if (!missing.isEmpty()) {
      throw SettingsException.of("Settings are missing", missing);
    }
    return new Connection(
        endpoint.value(),
        zone().orElseThrow().value(),
        accessKeyId().orElseThrow().value(),
        secretAccessKey().orElseThrow().value(),
        owner().map(Setting::value).orElse(null),
        callsPerHour.value(),
        deleteKey.value(),
        zoneId().map(Setting::value).orElse(null));
  }

  /// Every setting, whether set or not, with its origin; keys are masked.
  public List<ListedSetting> list() {
    return Inventory.of(this, sources);
  }

  /// Scheme, host and port of the service; the public one by default.
  public Setting<URI> endpoint() {
    return endpoint;
  }

  /// [#endpoint], unless something else is set that is no address.
  public Optional<URI> address() {
    boolean wrong = texts.containsKey(Key.ENDPOINT) && endpoint.origin() instanceof Origin.BuiltIn;
    return wrong ? Optional.empty() : Optional.of(endpoint.value());
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

  /// How many calls the account may make in any hour; what the service documents by default.
  public Setting<Integer> callsPerHour() {
    return callsPerHour;
  }

  /// Under which name the deletion of nodes is sent first; `node_ids` by default.
  public Setting<DeleteKey> deleteKey() {
    return deleteKey;
  }

  /// What the list of shared queues is sent as `zone_id`; no default.
  public Optional<Setting<String>> zoneId() {
    return text(Key.ZONE_ID);
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

  /// Whether the profile says that people depend on its clusters: a session looks different there.
  public boolean production() {
    return production;
  }

  /// Where Ebb keeps what outlives a command; see [Environment#stateFolder].
  public Path stateFolder() {
    return sources.stateFolder().value();
  }

  /// The database in which runs and calls are kept instead of in the state folder, for several
  /// machines together; no default.
  public Optional<Setting<DatabaseAddress>> database() {
    return database;
  }

  /// What is not wrong but should be looked at.
  public List<Problem> warnings() {
    return sources
        .exposedFiles()
        .map(file ->
            new Problem(file + " holds a secret key and others can read it", "chmod 600 " + file))
        .toList();
  }

  Optional<Setting<String>> text(Key key) {
    return Optional.ofNullable(texts.get(key));
  }

  /// What the text of `key` stands for; `builtIn` when it is not set, or wrong.
  private <T> Setting<T> parsed(
      Key key, Function<String, Optional<T>> parser, T builtIn, Problem wrong) {
    Optional<Setting<String>> text = text(key);
    Optional<T> value = text.map(Setting::value).flatMap(parser);
    if (text.isPresent() && value.isEmpty()) {
      problems.add(new Problem(text.get().origin() + " " + wrong.finding(), wrong.mend()));
    }
    return value
        .map(good -> new Setting<>(good, text.orElseThrow().origin()))
        .orElseGet(() -> new Setting<>(builtIn, new Origin.BuiltIn()));
  }

  private static Problem noDatabase(Origin origin) {
    return new Problem(
        origin + " is no address of a PostgreSQL database",
        "write postgres://user:password@host/name, or leave it out to use the state folder");
  }

  private static Optional<Integer> count(String text) {
    return text.matches("[1-9]\\d{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
