package io.ebb.report;

import io.ebb.plan.Target;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts the same text into each text of a record, however deep: as if everybody whose words get
/// into it meant harm.
final class Hostile {
  /// Ends an attribute, an element and a comment, and runs a script.
  static final String TEXT = "\"'-->]]></title></style><script>alert('测试')</script>";

  private Hostile() {}

  static <T extends Record> T of(T record) {
    Class<?> type = record.getClass();
    RecordComponent[] parts = type.getRecordComponents();
    Object[] values = new Object[parts.length];
    try {
      for (int i = 0; i < parts.length; i++) {
        var accessor = parts[i].getAccessor();
        accessor.setAccessible(true);
        values[i] = value(accessor.invoke(record));
      }
      Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new);
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      @SuppressWarnings("unchecked") // it is the record's own constructor
      T made = (T) constructor.newInstance(values);
      return made;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " cannot be made anew", e);
    }
  }

  /// Hosts of plans are names by what they are made from: a plan of others cannot be made.
  private static @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String _ -> TEXT;
      case Target target -> target;
      case Record record -> of(record);
      case List<?> list -> list.stream().map(Hostile::value).toList();
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> out = new LinkedHashMap<>();
        map.forEach((key, each) -> out.put(key, value(each)));
        yield out;
      }
      case Optional<?> optional -> optional.map(Hostile::value);
      default -> value;
    };
  }
}
