package io.ebb.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the list of all settings, whether set or not, fit to be shown.
final class Inventory {
  private static final int SHOWN_ENDS = 4;
  private static final int LONG_ENOUGH = 3 * SHOWN_ENDS;

  private final Settings settings;
  private final Sources sources;
  private final List<ListedSetting> list = new ArrayList<>();

  private Inventory(Settings settings, Sources sources) {
    this.settings = settings;
    this.sources = sources;
  }

  static List<ListedSetting> of(Settings settings, Sources sources) {
    Inventory inventory = new Inventory(settings, sources);
    for (Key key : Key.values()) {
      inventory.add(key);
    }
    inventory.addLimits();
    inventory.addProtectedNodes();
    inventory.addOfProfile(Profile.PRODUCTION, settings.production() ? true : null);
    inventory.addStateFolder();
    return List.copyOf(inventory.list);
  }

  private void add(Key key) {
    Optional<? extends Setting<?>> setting =
        switch (key) {
          case PROFILE -> settings.profile();
          // What is set is listed as it was written, even when it is no address.
          case ENDPOINT -> settings.text(key).or(() -> Optional.of(builtIn(Endpoint.DEFAULT)));
          case ZONE, OWNER, ZONE_ID -> settings.text(key);
          case ACCESS_KEY_ID -> settings.text(key).map(id -> id.map(Inventory::masked));
          case SECRET_ACCESS_KEY -> settings.secretAccessKey();
          case DB -> settings.database();
          case CALLS_PER_HOUR ->
              settings.text(key).or(() -> Optional.of(builtIn(settings.callsPerHour().value())));
          case DELETE_KEY ->
              settings.text(key).or(() -> Optional.of(builtIn(settings.deleteKey().value())));
        };
    list.add(
        new ListedSetting(
            key.title(),
            setting.map(found -> found.value().toString()).orElse(null),
            setting.map(Setting::origin).orElse(null),
            key.required(),
            sources.whereToSet(key)));
  }

  private static Setting<String> builtIn(Object value) {
    return new Setting<>(value.toString(), new Origin.BuiltIn());
  }

  private void addLimits() {
    ConfiguredLimits limits = settings.limits();
    addOfProfile("limits.keep-per-queue", limits.keepPerQueue());
    addOfProfile("limits.keep-per-role", limits.keepPerRole());
    addOfProfile("limits.nodes-per-run", limits.nodesPerRun());
    addOfProfile("limits.percent-per-run", limits.percentPerRun());
  }

  private void addProtectedNodes() {
    List<String> nodes = settings.protectedNodes();
    addOfProfile("protected", nodes.isEmpty() ? null : String.join(", ", nodes));
  }

  private void addStateFolder() {
    Setting<Path> folder = sources.stateFolder();
    String advice = "set XDG_STATE_HOME";
    list.add(
        new ListedSetting(
            "state-folder", folder.value().toString(), folder.origin(), false, advice));
  }

  private void addOfProfile(String name, @Nullable Object value) {
    Origin.InFile profile = sources.profile().values().place();
    list.add(
        new ListedSetting(
            name,
            value == null ? null : value.toString(),
            value == null ? null : profile.below(name),
            false,
            "set %s in a profile of %s".formatted(name, profile.file())));
  }

  private static String masked(String id) {
    int length = id.length();
    return length < LONG_ENOUGH
        ? "…"
        : id.substring(0, SHOWN_ENDS) + "…" + id.substring(length - SHOWN_ENDS);
  }
}
