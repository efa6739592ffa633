package dev.primacy.telemetry;

import dev.primacy.core.vitals.StoreOperation;
import java.time.Duration;
import java.util.List;

/**
 * How long something took.
 *
 * @param metric the histogram it belongs to
 * @param tags the values of its tags, in the order of {@link Metric#tags}
 * @param time how long
 */
record Timing(Metric metric, List<String> tags, Duration time) {

  static Timing of(StoreOperation operation) {
    String outcome = Words.of(operation.outcome());
    return operation.kind() == StoreOperation.Kind.RENEW
        ? new Timing(Metric.LEASE_RENEW_DURATION, List.of(outcome), operation.time())
        : new Timing(
            Metric.STORE_OPERATION_DURATION,
            List.of(Words.of(operation.kind()), outcome),
            operation.time());
  }
}
