package io.ebb.sim;

/// Requests for new clusters, complete.
final class Orders {
  static final String EHPC =
      flat(
          """
          {'cluster_type': 'ehpc', 'version_id': 'appv-1', 'owner': 'usr-1',
           'gid_number': 44730, 'uid_number': 44730, 'paid_type': 'PayForUsed',
           'is_auto_renewal': 0, 'duration': 0,
           'cluster_conf': {
             'cluster': {'name': '新集群', 'login': {'count': 1, 'cpu': 1, 'memory': 2048},
               'controller': {'count': 1, 'cpu': 4, 'memory': 12288},
               'compute': {'count': 2, 'cpu': 2, 'memory': '4096'}},
             'env': {'admin.user': 'root1', 'admin.password': 'secret'}}}
          """);

  static final String HPC =
      flat(
          """
          {'cluster_type': 'hpc', 'version_id': 'appv-1', 'owner': 'usr-1',
           'gid_number': 44730, 'uid_number': 44730, 'paid_type': 'Reserved',
           'is_auto_renewal': 1, 'duration': 12,
           'cluster_conf': {
             'cluster': {'name': '共享', 'login': {'count': 1, 'cpu': 1, 'memory': 2048}},
             'env': {'admin.user': 'root1'}}}
          """);

  private Orders() {}

  /// In one line, with blanks only where they are to be.
  private static String flat(String text) {
    return text.strip().replaceAll("\\s+", " ").replace("{ ", "{");
  }
}
