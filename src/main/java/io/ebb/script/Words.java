package io.ebb.script;

import io.ebb.script.catalogue.Catalogue;
import java.util.List;

/// The words of this version of Ebb.
public final class Words {
  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              Roots.class,
              EhpcWords.class,
              ClusterWords.class,
              SnapshotWords.class,
              QueueWords.class,
              NodesWords.class,
              NodeWords.class,
              JobWords.class,
              OperationWords.class,
              PlanWords.class,
              NodeRow.class,
              StepRow.class,
              ForecastRow.class,
              RunWords.class,
              OutcomeRow.class,
              ShareWords.class));

  private Words() {}

  /// All of them.
  public static Catalogue catalogue() {
    return CATALOGUE;
  }
}
