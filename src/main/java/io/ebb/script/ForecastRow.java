package io.ebb.script;

import io.ebb.plan.Forecast;
import io.ebb.script.catalogue.Fact;
import io.ebb.script.catalogue.Kind;
import java.time.Instant;

@Kind(value = "forecast", doc = "What a plan will probably take.")
record ForecastRow(
    @Fact(value = "calls", doc = "API calls.") int calls,
    @Fact(value = "earliest", doc = "When it ends at the earliest.") Instant earliest,
    @Fact(value = "latest", doc = "When it ends at the latest.") Instant latest) {

  static ForecastRow of(Forecast forecast) {
    return new ForecastRow(forecast.calls(), forecast.earliest(), forecast.latest());
  }
}
