package dev.primacy.telemetry;

import dev.primacy.control.AlarmKind;
import dev.primacy.core.messaging.MessagingStatus;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.vitals.DeliveryFigures;
import dev.primacy.core.vitals.Vitals;
import dev.primacy.spi.StoreStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a node gives to each metric that is not of a group. */
final class NodeSamples {
  private final PrimacyRuntime runtime;

  NodeSamples(PrimacyRuntime runtime) {
    this.runtime = runtime;
  }

  List<Sample> of(Metric metric) {
    Vitals vitals = runtime.vitals();
    return switch (metric) {
      case STORE_SILENCE -> time(vitals.store().silence());
      case STORE_STATE -> states(vitals.store().status());
      case LEASE_THREAD_LATE -> time(vitals.leaseThread().map(thread -> thread.late()));
      case ALARMS -> alarms();
      case OBSERVER_FAILURES, OBSERVER_STALLS, OBSERVERS_STALLED, DELIVERY_WAITING ->
          one(delivery(metric, vitals.delivery()));
      case EVENTS_PUBLISHED, EVENTS_RECEIVED, EVENTS_LOST, EVENTS_UNREADABLE, EVENTS_WAITING ->
          one(events(metric, runtime.messagingStatus()));
      default -> List.of();
    };
  }

  private static List<Sample> one(double value) {
    return List.of(new Sample(List.of(), value));
  }

  private static List<Sample> time(Optional<Duration> time) {
    return time.map(present -> one(GroupSamples.seconds(present))).orElse(List.of());
  }

  private static double delivery(Metric metric, DeliveryFigures figures) {
    return switch (metric) {
      case OBSERVER_FAILURES -> (double) figures.failures();
      case OBSERVER_STALLS -> (double) figures.stalls();
      case OBSERVERS_STALLED -> figures.stalled();
      default -> (double) figures.waiting();
    };
  }

  private static double events(Metric metric, MessagingStatus status) {
    return switch (metric) {
      case EVENTS_PUBLISHED -> (double) status.published();
      case EVENTS_RECEIVED -> (double) status.received();
      case EVENTS_LOST -> (double) status.lost();
      case EVENTS_UNREADABLE -> (double) status.unreadable();
      default -> status.waiting();
    };
  }

  private static List<Sample> states(StoreStatus status) {
    return Arrays.stream(StoreStatus.State.values())
        .map(state -> new Sample(List.of(Words.of(state)), state == status.state() ? 1 : 0))
        .toList();
  }

  private List<Sample> alarms() {
    return Arrays.stream(AlarmKind.values())
        .map(kind -> new Sample(List.of(kind.wireName()), (double) active(kind)))
        .toList();
  }

  private long active(AlarmKind kind) {
    return runtime.alarms().active().stream().filter(alarm -> alarm.kind() == kind).count();
  }
}
