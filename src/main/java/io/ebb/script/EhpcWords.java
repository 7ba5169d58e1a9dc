package io.ebb.script;

import java.util.List;

@Kind(value = "ehpc", doc = "The EHPC service, as one account sees it.")
final class EhpcWords {
  private final Session session;

  EhpcWords(Session session) {
    this.session = session;
  }

  @Word(
      value = "clusters",
      doc = "All clusters of the account.",
      example = "ehpc.clusters().map(c => c.id)")
  List<ClusterWords> clusters() {
    return session.ehpc().clusters().stream().map(c -> new ClusterWords(session, c)).toList();
  }

  @Word(
      value = "cluster",
      doc = "The cluster with this id. Makes no call: a wrong id shows at the first word on it.",
      example = "ehpc.cluster(\"ehpc-8jqdq0mz\")")
  ClusterWords cluster(@Arg(value = "id", doc = "The id, `ehpc-…`.") String id) {
    return new ClusterWords(session, id);
  }

  @Override
  public String toString() {
    return "ehpc";
  }
}
