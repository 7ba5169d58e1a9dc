package io.ebb.api;

import java.util.List;

/// Requests that several tests make.
final class Requests {
  static final Password SECRET = new Password("Secret-Word-1");

  private Requests() {}

  static NewCluster cluster() {
    ClusterConf.Shape shape =
        new ClusterConf.Shape(
            "vxnet-kdmf8xw",
            "c",
            "nas-1",
            new ClusterConf.Group(1, 1, 2048, "/home"),
            new ClusterConf.Group(1, 2, 4096, null),
            new ClusterConf.Group(2, 26, 81920, null));
    ClusterConf.Env env =
        new ClusterConf.Env(
            "admin",
            SECRET,
            "44730",
            "44730",
            "/u1",
            new ClusterConf.Store(1, "nfs", "/sw", 1, "/opt/sw", "10.0.0.0/8"));
    return NewCluster.dedicated(
            "appv-26wyuu21",
            NewCluster.Account.of("usr-1", 44730, 44730),
            new ClusterConf(shape, env, "appv-26wyuu21"),
            NewCluster.Contract.hourly())
        .named("测试");
  }

  static ClustersApi.Delete deletion() {
    return new ClustersApi.Delete(List.of("ehpc-1"), "usr-1");
  }

  static UsersApi.Add user() {
    return new UsersApi.Add("ehpc-1", "wang", SECRET, "700");
  }
}
