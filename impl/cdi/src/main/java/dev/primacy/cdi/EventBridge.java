package dev.primacy.cdi;

import dev.primacy.core.messaging.Via;
import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.core.runtime.EventSink;
import dev.primacy.event.ClusterEvent;
import jakarta.enterprise.context.control.RequestContextController;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fires events into the container: with the application's class loader, with a request context of
 * their own, to one observer after the other, and to the asynchronous ones afterwards. An event
 * that nobody observes costs one look-up.
 */
final class EventBridge implements EventSink {
  /** Of a JDK class: a managed thread may outlive the application. */
  private static final ThreadLocal<Boolean> DELIVERING = new ThreadLocal<>();

  private final AsyncRounds async;
  private final Predicate<Class<?>> heard;
  private final PrimaryResources resources;

  // written once, before the runtime is started
  private volatile @Nullable Application application;

  /**
   * Makes a bridge that leads nowhere yet.
   *
   * @param heard whether somebody observes a type
   * @param resources what is opened and closed with roles
   */
  EventBridge(AsyncRounds async, Predicate<Class<?>> heard, PrimaryResources resources) {
    this.async = async;
    this.heard = heard;
    this.resources = resources;
  }

  /** From now on there is an application to deliver to. */
  void open(Application opened) {
    application = opened;
  }

  @Override
  public void reportLateTo(LateFailures failures) {
    async.reportTo(failures);
  }

  @Override
  public DeliveryReport deliver(ClusterEvent event) {
    return deliver(event, Via.HERE);
  }

  @Override
  public DeliveryReport deliver(ClusterEvent event, Via via) {
    Application open = application;
    if (open == null) {
      return DeliveryReport.CLEAN;
    }
    try {
      return within(open, () -> deliver(open.audience(event, via), event, via));
    } finally {
      EventTopic.groupThatEnds(event).ifPresent(open::forget);
    }
  }

  private static <T> T within(Application open, Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(open.loader());
    DELIVERING.set(Boolean.TRUE);
    try {
      return work.get();
    } finally {
      DELIVERING.set(Boolean.FALSE);
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void around(ClusterEvent event, Runnable callback) {
    Application open = application;
    if (open == null) {
      callback.run();
    } else {
      within(open, () -> inRequest(open.audience(event), () -> run(callback)));
    }
  }

  private static DeliveryReport run(Runnable callback) {
    callback.run();
    return DeliveryReport.CLEAN;
  }

  @Override
  public boolean hears(Class<? extends ClusterEvent> type) {
    return heard.test(type);
  }

  @Override
  public boolean isTenant(String group) {
    return resources.dependOn(group);
  }

  @Override
  public void tenureEnds(String group) {
    Application open = application;
    if (open != null) {
      within(
          open,
          () -> {
            resources.close(group);
            return DeliveryReport.CLEAN;
          });
    }
  }

  /** Whether an observer is running on this thread, which other events wait for. */
  static boolean isDelivering() {
    return Boolean.TRUE.equals(DELIVERING.get());
  }

  private DeliveryReport deliver(Audience audience, ClusterEvent event, Via via) {
    Optional<String> ending = RoleChanges.groupToClose(event);
    ending.ifPresent(resources::close);
    List<DeliveryReport.Failure> failures = opened(audience, event);
    DeliveryReport report =
        audience.synchronous()
            ? inRequest(audience, () -> audience.telling().tell(event, via))
            : DeliveryReport.CLEAN;
    // of a queue nothing is told asynchronously: then nobody would know when it was handled
    if (audience.asynchronous() && via.queue().isEmpty()) {
      async.follow(audience, event);
    }
    if (failures.isEmpty()) {
      return report;
    }
    failures.addAll(report.failures());
    return new DeliveryReport(failures);
  }

  /** Before anybody hears of the role that comes: observers may use what exists with it. */
  private List<DeliveryReport.Failure> opened(Audience audience, ClusterEvent event) {
    Optional<String> beginning = RoleChanges.groupToOpen(event).filter(resources::dependOn);
    if (beginning.isEmpty()) {
      return List.of();
    }
    List<DeliveryReport.Failure> failures = new ArrayList<>();
    inRequest(
        audience,
        () -> {
          failures.addAll(resources.open(beginning.get()));
          return DeliveryReport.CLEAN;
        });
    return failures;
  }

  private static DeliveryReport inRequest(Audience audience, Supplier<DeliveryReport> work) {
    RequestContextController request = audience.request();
    boolean activated = request.activate();
    try {
      return work.get();
    } finally {
      if (activated) {
        request.deactivate();
      }
    }
  }
}
