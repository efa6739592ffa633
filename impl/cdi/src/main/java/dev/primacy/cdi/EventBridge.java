package dev.primacy.cdi;

import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.core.runtime.EventSink;
import dev.primacy.event.ClusterEvent;
import jakarta.enterprise.context.control.RequestContextController;
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

  // written once, before the runtime is started
  private volatile @Nullable Application application;

  EventBridge(AsyncRounds async) {
    this.async = async;
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
    Application open = application;
    if (open == null) {
      return DeliveryReport.CLEAN;
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(open.loader());
    DELIVERING.set(Boolean.TRUE);
    try {
      return deliver(open.audience(event), event);
    } finally {
      DELIVERING.set(Boolean.FALSE);
      thread.setContextClassLoader(before);
      EventTopic.groupThatEnds(event).ifPresent(open::forget);
    }
  }

  /** Whether an observer is running on this thread, which other events wait for. */
  static boolean isDelivering() {
    return Boolean.TRUE.equals(DELIVERING.get());
  }

  private DeliveryReport deliver(Audience audience, ClusterEvent event) {
    DeliveryReport report =
        audience.synchronous() ? inRequest(audience, event) : DeliveryReport.CLEAN;
    if (audience.asynchronous()) {
      async.follow(audience, event);
    }
    return report;
  }

  private static DeliveryReport inRequest(Audience audience, ClusterEvent event) {
    RequestContextController request = audience.request();
    boolean activated = request.activate();
    try {
      return Observers.fire(audience.event(), event);
    } finally {
      if (activated) {
        request.deactivate();
      }
    }
  }
}
