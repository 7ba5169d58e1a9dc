package io.ebb.api.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Software that clusters can have. Texts are empty where the reply has none.
///
/// @param swName its name, for example `CDO`, by which the reply is keyed
/// @param hpcsws its versions
public record WireSoftware(
    String swName, @JsonSetter(contentNulls = Nulls.SKIP) List<Version> hpcsws) {

  /// What tells it from others: its name, else its first version's id or name.
  public String key() {
    return hpcsws.isEmpty() || !swName.isEmpty()
        ? swName
        : hpcsws.getFirst().hpcswId() + hpcsws.getFirst().swName();
  }

  /// One version.
  ///
  /// @param hpcswId `hpcsw_…`
  /// @param swName the name
  /// @param swVer the version
  /// @param description what it is for, in any language
  /// @param category the kind of software
  /// @param hash of the package
  /// @param createTime when it was created; null when unknown
  /// @param updateTime when it was last changed; null when unknown
  public record Version(
      String hpcswId,
      String swName,
      String swVer,
      String description,
      String category,
      String hash,
      @JsonAlias("craete_time") @Nullable Instant createTime,
      @JsonAlias("upate_time") @Nullable Instant updateTime) {}
}
