package io.ebb.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import feign.QueryMap;
import feign.RequestLine;
import io.ebb.api.wire.Accepted;
import io.ebb.api.wire.Page;
import io.ebb.api.wire.WireUser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The accounts of people on a cluster. What is said of errors at [ClustersApi] holds here too.
///
/// Of internal errors (5000) of the writes the service says which one failed, and not whether
/// anything happened: they end in an [AmbiguousException]. No reply holds a password.
public interface UsersApi {

  /// One page of the accounts. Nothing changes. Throws [BusyException] when the service cannot tell
  /// (5000).
  ///
  /// Documented as *List users* (`/user`).
  @Read("list users")
  @RequestLine("GET /user")
  Page<WireUser> list(@QueryMap Query query);

  /// Begins to add an account. Goes on as an operation. Throws [ConflictException] when there is
  /// one of this name.
  ///
  /// Documented as *Add user* (`/user/addUser`).
  @Write("add a user")
  @RequestLine("POST /user/addUser")
  Accepted add(Add request);

  /// Changes the password of an account, at once. Throws [NotFoundException] or
  /// [BadRequestException] when there is none of this name.
  ///
  /// Documented as *Modify user* (`/user/modifyUser`).
  @Write("change the user's password")
  @RequestLine("POST /user/modifyUser")
  void changePassword(ChangePassword request);

  /// Begins to delete an account. Goes on as an operation. Throws [ConflictException] while only
  /// the account of the administrator exists.
  ///
  /// Documented as *Delete user* (`/user/deleteUser`).
  @Write("delete the user")
  @RequestLine("POST /user/deleteUser")
  Accepted delete(Delete request);

  /// Which accounts.
  ///
  /// @param clusterId only those of this cluster; null for all clusters
  /// @param userId only those of this QingCloud user, `usr-…`; null for all
  /// @param listing which part
  record Query(@Nullable String clusterId, @Nullable String userId, @JsonUnwrapped Listing listing)
      implements About {

    /// Those of a cluster, as far as the page goes.
    public Query(String clusterId, int offset, int limit) {
      this(clusterId, null, Listing.page(offset, limit));
    }

    @Override
    public Subject subject() {
      return Subject.of(clusterId == null ? "" : clusterId);
    }
  }

  /// An account to add.
  ///
  /// @param clusterId the cluster
  /// @param username its name
  /// @param password its password
  /// @param mod the mode of its home folder, for example `700`; null leaves it to the service
  record Add(String clusterId, String username, Password password, @Nullable String mod)
      implements About {
    @Override
    public Subject subject() {
      return Subject.of(clusterId);
    }

    @Override
    public List<Password> secrets() {
      return List.of(password);
    }
  }

  /// A new password.
  ///
  /// @param clusterId the cluster
  /// @param username the name of the account
  /// @param newPassword its password from now on
  record ChangePassword(String clusterId, String username, Password newPassword) implements About {
    @Override
    public Subject subject() {
      return Subject.of(clusterId);
    }

    @Override
    public List<Password> secrets() {
      return List.of(newPassword);
    }
  }

  /// An account to delete.
  ///
  /// @param clusterId the cluster
  /// @param username its name
  record Delete(String clusterId, String username) implements About {
    @Override
    public Subject subject() {
      return Subject.of(clusterId);
    }
  }
}
