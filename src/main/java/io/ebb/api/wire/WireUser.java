package io.ebb.api.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account on a cluster. Texts are empty where the reply has none; a password is never bound.
///
/// @param hpcuserId `hpcuser-…`
/// @param username the name
/// @param userId the QingCloud user, `usr-…`
/// @param clusterId the cluster
/// @param role `boss`, `admin` or `member`
/// @param uidNumber the POSIX user, as a text
/// @param gidNumber the POSIX group, as a text
/// @param mod the mode of the home folder, for example `700`
/// @param nasMountPoint where the home folder is
/// @param createTime when it was created; null when unknown
/// @param updateTime when it was last changed; null when unknown
public record WireUser(
    String hpcuserId,
    String username,
    String userId,
    String clusterId,
    String role,
    String uidNumber,
    String gidNumber,
    String mod,
    @JsonAlias("nas_mout_point") String nasMountPoint,
    @JsonAlias("craete_time") @Nullable Instant createTime,
    @JsonAlias("upate_time") @Nullable Instant updateTime) {

  /// Refuses an account that nothing tells from others.
  public WireUser {
    if (hpcuserId.isEmpty() && username.isEmpty()) {
      throw new IllegalArgumentException("a user lacks hpcuser_id and username");
    }
  }

  /// What tells it from others: its id, else its cluster and name.
  public String key() {
    return hpcuserId.isEmpty() ? clusterId + "/" + username : hpcuserId;
  }
}
