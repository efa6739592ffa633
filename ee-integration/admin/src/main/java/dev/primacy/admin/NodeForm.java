package dev.primacy.admin;

import dev.primacy.core.messaging.MessagingStatus;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.vitals.DeliveryFigures;
import dev.primacy.core.vitals.LeaseThread;
import dev.primacy.core.vitals.StoreContact;
import dev.primacy.watch.NodeHealth;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How this node is doing, in an answer: nothing of it is asked of the store. */
final class NodeForm {
  /** Only a lease thread that is in time is asked how it sees the others: it answers at once. */
  private static final Duration IN_TIME = Duration.ofMillis(100);

  private final PrimacyRuntime runtime;

  NodeForm(PrimacyRuntime runtime) {
    this.runtime = runtime;
  }

  /**
   * The store.
   *
   * @param open whether anybody reads this: then it is not said where the store is
   */
  JsonObject store(boolean open) {
    StoreContact store = runtime.vitals().store();
    return Json.object()
        .add("state", Json.word(store.status().state()))
        .add("detail", store.status().detail())
        .add("endpoint", open ? JsonValue.NULL : Json.text(store.endpoint()))
        .add("silenceMs", millis(store.silence()))
        .build();
  }

  private static JsonValue millis(Optional<Duration> time) {
    return time.<JsonValue>map(present -> Json.PROVIDER.createValue(present.toMillis()))
        .orElse(JsonValue.NULL);
  }

  JsonObject observers() {
    DeliveryFigures figures = runtime.vitals().delivery();
    return Json.object()
        .add("waiting", figures.waiting())
        .add("stalled", figures.stalled())
        .add("stalls", figures.stalls())
        .add("failures", figures.failures())
        .build();
  }

  JsonObject messaging() {
    MessagingStatus status = runtime.messagingStatus();
    JsonObjectBuilder form =
        Json.object()
            .add("messenger", Json.text(status.messenger()))
            .add("state", Json.word(status.state().state()))
            .add("detail", status.state().detail());
    return form.add("published", status.published())
        .add("received", status.received())
        .add("lost", status.lost())
        .add("unreadable", status.unreadable())
        .add("unknown", status.unknown())
        .add("waiting", status.waiting())
        .build();
  }

  /** How this node sees the others; none while its lease thread is late. */
  JsonArrayBuilder nodes() {
    return Json.array(seen(), NodeForm::node);
  }

  List<NodeHealth> seen() {
    boolean prompt = runtime.vitals().leaseThread().filter(NodeForm::isInTime).isPresent();
    return prompt ? runtime.nodeWatch().health() : List.of();
  }

  private static boolean isInTime(LeaseThread thread) {
    return !thread.ended() && thread.late().compareTo(IN_TIME) < 0;
  }

  private static JsonObject node(NodeHealth health) {
    return Json.object()
        .add("name", health.node().name())
        .add("incarnation", health.node().incarnation().toString())
        .add("health", Json.word(health.state()))
        .add("silenceMs", health.silence().toMillis())
        .add("leaseMs", health.lease().toMillis())
        .build();
  }
}
