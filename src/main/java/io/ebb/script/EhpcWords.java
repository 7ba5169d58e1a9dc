package io.ebb.script;

import io.ebb.cluster.Ehpc;
import io.ebb.script.catalogue.Arg;
import io.ebb.script.catalogue.Effect;
import io.ebb.script.catalogue.Kind;
import io.ebb.script.catalogue.Word;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Kind(value = "ehpc", doc = "The EHPC service, as one account sees it.")
final class EhpcWords {
  private static final String SAID = "ehpc";

  private final Session session;

  EhpcWords(Session session) {
    this.session = session;
  }

  @Word(
      value = "clusters",
      doc = "All clusters of the account.",
      example = "ehpc.clusters().map(c => c.id)",
      python = "[c.id for c in ehpc.clusters()]",
      effect = Effect.READ)
  List<ClusterWords> clusters() {
    return session.outside().ask(Call.of(SAID, "clusters"), Form.CLUSTERS, Ehpc::clusters).stream()
        .map(c -> new ClusterWords(session, c))
        .toList();
  }

  @Word(
      value = "cluster",
      doc = "The cluster with this id. Makes no call: a wrong id shows at the first word on it.",
      example = "ehpc.cluster(\"ehpc-8jqdq0mz\")",
      effect = Effect.READ)
  ClusterWords cluster(@Arg(value = "id", doc = "The id, `ehpc-…`.") String id) {
    return new ClusterWords(session, id);
  }

  @Word(
      value = "run",
      doc = "The run with this id as it stands now, of this script or of anybody.",
      example = "ehpc.run(run.id).state",
      effect = Effect.READ)
  RunWords run(@Arg(value = "id", doc = "The id, `r-…`.") String id) {
    return new RunWords(session, session.outside().deeds().run(id));
  }

  @Word(
      value = "software",
      doc = "Raw: the software that clusters can have, with its versions, by the API's own names.",
      example = "ehpc.software().map(s => s.sw_name)",
      python = "[s[\"sw_name\"] for s in ehpc.software()]",
      effect = Effect.READ)
  List<Map<String, @Nullable Object>> software() {
    return session.outside().ask(Call.of(SAID, "software"), Form.RAWS, e -> new Raw(e).software());
  }

  @Override
  public String toString() {
    return SAID;
  }
}
