package dev.primacy.telemetry;

import java.util.List;

/** Every metric there is: the page, the exporters and the tests go by this. */
enum Metric {
  ROLE(
      "primacy.role",
      Kind.GAUGE,
      Unit.NONE,
      List.of(Tag.GROUP, Tag.ROLE),
      "1 for the role this node has in the group, 0 for the others."),
  ROLE_KNOWN(
      "primacy.role.known",
      Kind.GAUGE,
      Unit.NONE,
      List.of(Tag.GROUP),
      "1 if this node knows its role in the group, 0 while it joins or is cut off."),
  TERM(
      "primacy.term",
      Kind.GAUGE,
      Unit.NONE,
      List.of(Tag.GROUP),
      "The latest term seen of the group, 0 if none was."),
  LEASE_REMAINING(
      "primacy.lease.remaining",
      Kind.GAUGE,
      Unit.SECONDS,
      List.of(Tag.GROUP),
      "How long the lease lasts, 0 unless this node is primary."),
  UNAVAILABLE(
      "primacy.unavailable",
      Kind.COUNTER,
      Unit.SECONDS,
      List.of(Tag.GROUP),
      "For how long altogether this node knew no primary of the group."),
  TRANSITIONS(
      "primacy.transitions",
      Kind.COUNTER,
      Unit.NONE,
      List.of(Tag.GROUP, Tag.FROM, Tag.TO, Tag.CAUSE),
      "Changes of this node's role in the group."),
  GUARD_REQUESTS(
      "primacy.guard.requests",
      Kind.COUNTER,
      Unit.NONE,
      List.of(Tag.GROUP, Tag.OUTCOME),
      "Guarded calls: allowed, rejected, redirected, skipped; lost are those among the allowed"
          + " during which the role may have ended."),
  LEASE_RENEW_DURATION(
      "primacy.lease.renew.duration",
      Kind.HISTOGRAM,
      Unit.SECONDS,
      List.of(Tag.OUTCOME),
      "How long renewals of the lease took."),
  STORE_OPERATION_DURATION(
      "primacy.store.operation.duration",
      Kind.HISTOGRAM,
      Unit.SECONDS,
      List.of(Tag.OPERATION, Tag.OUTCOME),
      "How long the other requests of the election to the store took."),
  STORE_SILENCE(
      "primacy.store.silence",
      Kind.GAUGE,
      Unit.SECONDS,
      List.of(),
      "How long ago the store last answered the election; absent until it first did."),
  STORE_STATE(
      "primacy.store.state",
      Kind.GAUGE,
      Unit.NONE,
      List.of(Tag.STATE),
      "1 for the state of the store as its engine tells it, 0 for the others."),
  LEASE_THREAD_LATE(
      "primacy.lease.thread.late",
      Kind.GAUGE,
      Unit.SECONDS,
      List.of(),
      "How late the thread is that renews the lease; absent without a cluster."),
  OBSERVER_FAILURES(
      "primacy.observer.failures", Kind.COUNTER, Unit.NONE, List.of(), "Observers that threw."),
  OBSERVER_STALLS(
      "primacy.observer.stalls",
      Kind.COUNTER,
      Unit.NONE,
      List.of(),
      "Observers that ran for longer than primacy.observers.stall."),
  OBSERVERS_STALLED(
      "primacy.observers.stalled",
      Kind.GAUGE,
      Unit.NONE,
      List.of(),
      "Observers that run for longer than that now."),
  DELIVERY_WAITING(
      "primacy.delivery.waiting",
      Kind.GAUGE,
      Unit.NONE,
      List.of(),
      "Tasks of delivery to observers that wait or run now."),
  EVENTS_PUBLISHED(
      "primacy.events.published",
      Kind.COUNTER,
      Unit.NONE,
      List.of(),
      "Events this node published for the cluster."),
  EVENTS_RECEIVED(
      "primacy.events.received",
      Kind.COUNTER,
      Unit.NONE,
      List.of(),
      "Messages of other nodes, and of queues, that were taken."),
  EVENTS_LOST(
      "primacy.events.lost",
      Kind.COUNTER,
      Unit.NONE,
      List.of(),
      "Messages known to be lost, or for which there was no room."),
  EVENTS_UNREADABLE(
      "primacy.events.unreadable",
      Kind.COUNTER,
      Unit.NONE,
      List.of(),
      "Messages that could not be decoded."),
  EVENTS_WAITING(
      "primacy.events.waiting",
      Kind.GAUGE,
      Unit.NONE,
      List.of(),
      "Events of the cluster that wait to be delivered now."),
  ALARMS("primacy.alarms", Kind.GAUGE, Unit.NONE, List.of(Tag.KIND), "Alarms of the kind now.");

  /** What is added to every time series: so that two applications in one server do not mix. */
  static final List<String> COMMON = List.of("cluster", "node");

  /** Upper bounds of the histograms' buckets, in seconds: from a local store to a hopeless one. */
  static final List<Double> BOUNDS =
      List.of(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);

  /** What it is in the systems that take it. */
  enum Kind {
    GAUGE,
    COUNTER,
    HISTOGRAM
  }

  /** What it counts in. */
  enum Unit {
    NONE(""),
    SECONDS("s");

    private final String symbol;

    Unit(String symbol) {
      this.symbol = symbol;
    }

    String symbol() {
      return symbol;
    }
  }

  /** Names of tags; every value of one comes from a short list, but for the group's. */
  private static final class Tag {
    static final String GROUP = "group";
    static final String ROLE = "role";
    static final String FROM = "from";
    static final String TO = "to";
    static final String CAUSE = "cause";
    static final String OUTCOME = "outcome";
    static final String OPERATION = "operation";
    static final String STATE = "state";
    static final String KIND = "kind";
  }

  private final String metricName;
  private final Kind kind;
  private final Unit unit;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> tags;

  private final String description;

  Metric(String metricName, Kind kind, Unit unit, List<String> tags, String description) {
    this.metricName = metricName;
    this.kind = kind;
    this.unit = unit;
    this.tags = tags;
    this.description = description;
  }

  String metricName() {
    return metricName;
  }

  Kind kind() {
    return kind;
  }

  Unit unit() {
    return unit;
  }

  /** Without those that all have. */
  List<String> tags() {
    return tags;
  }

  String description() {
    return description;
  }

  /** Whether it is one of a group, which then is its first tag. */
  boolean isOfGroup() {
    return tags.contains(Tag.GROUP);
  }
}
