package io.ebb.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A cluster to create: see [ClustersApi#create].
///
/// The documentation lists a score of further parameters that only echo fields of replies, such as
/// `status` and `tasks_total`; they are not sent.
///
/// @param clusterType `ehpc` (dedicated) or `hpc` (shared)
/// @param versionId the version of the app, `appv-…`
/// @param account whose cluster it is
/// @param clusterConf its nodes
/// @param contract how it is paid for
/// @param deployMode `1` standard, `2` compact, as a text (Q25), dedicated only; null leaves it to
///   the service
/// @param clusterName the display name, in any language; null leaves it to the service
/// @param nasId the shared storage; null for none
/// @param nasPath the path on it; null for its root
/// @param schedulerType for example `slurm`; null leaves it to the service
/// @param appId the app, `app-…`; null leaves it to the service
/// @param softwareInfo software to install, in the service's own form; null for none
public record NewCluster(
    String clusterType,
    String versionId,
    @JsonUnwrapped Account account,
    ClusterConf clusterConf,
    @JsonUnwrapped Contract contract,
    @Nullable String deployMode,
    @Nullable String clusterName,
    @Nullable String nasId,
    @Nullable String nasPath,
    @Nullable String schedulerType,
    @Nullable String appId,
    @Nullable String softwareInfo)
    implements About {

  /// A dedicated cluster with nothing but what is required.
  public static NewCluster dedicated(
      String versionId, Account account, ClusterConf conf, Contract contract) {
    return new NewCluster(
        "ehpc", versionId, account, conf, contract, null, null, null, null, null, null, null);
  }

  /// A shared cluster with nothing but what is required; it has login nodes only.
  public static NewCluster shared(
      String versionId, Account account, ClusterConf conf, Contract contract) {
    return new NewCluster(
        "hpc", versionId, account, conf, contract, null, null, null, null, null, null, null);
  }

  /// With this display name.
  public NewCluster named(String name) {
    return new NewCluster(
        clusterType,
        versionId,
        account,
        clusterConf,
        contract,
        deployMode,
        name,
        nasId,
        nasPath,
        schedulerType,
        appId,
        softwareInfo);
  }

  @Override
  public Subject subject() {
    return Subject.of("");
  }

  @Override
  public List<Password> secrets() {
    return Stream.of(account.password(), clusterConf.env().adminPassword())
        .filter(Objects::nonNull)
        .toList();
  }

  /// Whose cluster it is.
  ///
  /// @param owner the account, `usr-…`
  /// @param userId the same again, as the example has it
  /// @param gidNumber the account's POSIX group, for example 44730
  /// @param uidNumber the account's POSIX user
  /// @param userName the name to log in by; null leaves it to the service
  /// @param password its password; null leaves it to the service
  public record Account(
      String owner,
      String userId,
      int gidNumber,
      int uidNumber,
      @Nullable String userName,
      @Nullable Password password) {

    /// An account by its id and POSIX numbers.
    public static Account of(String owner, int gidNumber, int uidNumber) {
      return new Account(owner, owner, gidNumber, uidNumber, null, null);
    }

    /// With a name and a password to log in by.
    public Account withLogin(String name, Password secret) {
      return new Account(owner, userId, gidNumber, uidNumber, name, secret);
    }
  }

  /// How it is paid for.
  ///
  /// @param paidType by the hour or by contract
  /// @param isAutoRenewal 1 to prolong a contract by itself, else 0
  /// @param duration months of a contract: 1, 3, 6, 12, 36 or 70; 0 by the hour
  public record Contract(PaidType paidType, int isAutoRenewal, int duration) {

    /// By the hour.
    public static Contract hourly() {
      return new Contract(PaidType.PAY_FOR_USED, 0, 0);
    }

    /// For a number of months, after which it ends unless it is prolonged.
    public static Contract months(int duration, boolean autoRenewal) {
      return new Contract(PaidType.RESERVED, autoRenewal ? 1 : 0, duration);
    }
  }
}
