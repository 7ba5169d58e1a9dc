package io.ebb.script;

import io.ebb.plan.RetireOptions;
import io.ebb.run.Cancellation;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The session of a dialogue: that of the statement which this thread carries out. What is held in
/// variables, and what the other language has shared, so goes on working in later statements.
final class SpokenSession implements Session {
  private static final ScopedValue<Session> STATEMENT = ScopedValue.newInstance();

  /// Does the work with the session of a statement.
  <T extends @Nullable Object> T during(Session statement, Supplier<T> work) {
    return ScopedValue.where(STATEMENT, statement).call(work::get);
  }

  @Override
  public Outside outside() {
    return STATEMENT.get().outside();
  }

  @Override
  public Map<String, Object> parameters() {
    return STATEMENT.get().parameters();
  }

  @Override
  public RetireOptions defaults() {
    return STATEMENT.get().defaults();
  }

  @Override
  public Host host() {
    return STATEMENT.get().host();
  }

  @Override
  public Map<String, @Nullable Object> shared() {
    return STATEMENT.get().shared();
  }

  @Override
  public Set<PlanWords> unused() {
    return STATEMENT.get().unused();
  }

  @Override
  public Cancellation cancellation() {
    return STATEMENT.get().cancellation();
  }
}
