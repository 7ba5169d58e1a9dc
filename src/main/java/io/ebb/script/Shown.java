package io.ebb.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands behind the objects that scripts hold.
interface Shown {

  /// The value of our own types that people and files are shown for this object.
  Object shown();

  /// What it stands for, for example cluster and node id: two objects of one kind with the same key
  /// are equal to a script, whenever each was looked up.
  String key();

  /// The id of the cluster that it belongs to; empty when it belongs to none.
  default String clusterId() {
    return "";
  }

  /// What it is, in some words; nothing is asked for that.
  default String brief() {
    return key();
  }

  /// The value itself, or what stands behind it, also inside lists and maps.
  static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Shown words -> words.shown();
      case List<?> list -> {
        List<@Nullable Object> out = new ArrayList<>();
        list.forEach(each -> out.add(of(each)));
        yield out;
      }
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> out = new LinkedHashMap<>();
        map.forEach((key, each) -> out.put(key, of(each)));
        yield out;
      }
      default -> value;
    };
  }
}
