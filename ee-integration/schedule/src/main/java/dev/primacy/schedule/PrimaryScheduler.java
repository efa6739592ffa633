package dev.primacy.schedule;

import static dev.primacy.schedule.ScheduleLog.LOG;

import dev.primacy.MissedFirings;
import dev.primacy.cdi.ApplicationThreads;
import dev.primacy.cdi.ScheduleRunner;
import dev.primacy.core.dispatch.NamedThreads;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.gate.SystemClocks;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.schedule.ScheduleCycle;
import dev.primacy.core.schedule.SchedulePlan;
import dev.primacy.event.NodeRoleChanged;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Starts the schedules of an application with it, and ends them before it ends. For this module's
 * own use.
 *
 * @since 0.1
 */
@ApplicationScoped
public class PrimaryScheduler implements ScheduleRunner {
  private static final int MOST_THREADS = 16;
  private static final int IDLE_SECONDS = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Clocks CLOCKS = SystemClocks.INSTANCE;

  @Inject Schedules schedules;
  @Inject PrimacyRuntime runtime;
  @Inject ApplicationThreads threads;
  @Inject BeanManager beans;
  @Inject Instance<RequestContextController> requests;

  // set once, on the thread that starts the application
  private volatile List<Pacer> pacers = List.of();
  private volatile @Nullable ScheduledThreadPoolExecutor executor;

  /** Made by the container. */
  public PrimaryScheduler() {}

  /** Before the runtime starts, which stands at {@code LIBRARY_AFTER}, and so before any role. */
  void initialized(
      @Observes
          @Initialized(ApplicationScoped.class)
          @Priority(Interceptor.Priority.LIBRARY_AFTER - 5)
          Object application) {
    start();
  }

  /** Where the application context is initialised before the application is. */
  void startup(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER - 5) Startup event) {
    if (executor == null) {
      start();
    }
  }

  private void start() {
    if (!schedules.methods().isEmpty()) {
      ScheduledThreadPoolExecutor pool = pool(schedules.methods().size());
      executor = pool;
      pacers = schedules.methods().stream().map(method -> pacer(method, pool)).toList();
      LOG.schedules(pacers.size(), report());
      pacers.forEach(Pacer::wake);
    }
  }

  private ScheduledThreadPoolExecutor pool(int schedules) {
    NamedThreads named =
        new NamedThreads(runtime.settings().node().name(), "schedule", inContext());
    ScheduledThreadPoolExecutor pool =
        new ScheduledThreadPoolExecutor(Math.min(schedules, MOST_THREADS), named);
    pool.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    pool.setRemoveOnCancelPolicy(true);
    return pool;
  }

  /** Threads that no container made have the class loader of whoever happened to need them. */
  private ThreadFactory inContext() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return task -> {
      Thread thread = threads.newThread(task);
      thread.setContextClassLoader(loader);
      return thread;
    };
  }

  private Pacer pacer(ScheduledMethod method, ScheduledThreadPoolExecutor pool) {
    String named = method.annotation().group();
    String group = named.isEmpty() ? runtime.defaultGroup().orElseThrow() : named;
    MissedFirings missed = method.annotation().missed();
    SchedulePlan plan = new SchedulePlan(method.name(), group, method.timetable(), missed);
    Gate gate = runtime.gate(group);
    ScheduleCycle cycle =
        new ScheduleCycle(
            plan,
            gate,
            runtime.claims(group, plan.name()),
            CLOCKS,
            new ToldWork(
                new BeanWork(method, reference(method.bean()), gate, requests.get()),
                runtime::tell),
            new LoggedSchedule(plan));
    return new Pacer(plan, cycle, pool);
  }

  private Object reference(Bean<?> bean) {
    return beans.getReference(bean, bean.getBeanClass(), beans.createCreationalContext(bean));
  }

  private String report() {
    return schedules.methods().stream()
        .map(method -> System.lineSeparator() + "  " + line(method))
        .collect(Collectors.joining());
  }

  private static String line(ScheduledMethod method) {
    String when =
        method.annotation().cron().isEmpty()
            ? "every " + method.annotation().every()
            : "cron " + method.annotation().cron();
    return method.name() + ": " + when + ", missed " + method.annotation().missed();
  }

  /** A new primary has firings that were missed, maybe. */
  void changed(@Observes NodeRoleChanged change) {
    for (Pacer pacer : pacers) {
      if (pacer.plan().group().equals(change.group())) {
        pacer.wake();
      }
    }
  }

  /** Before the runtime stops, which drains what still runs. */
  void stop(
      @Observes
          @BeforeDestroyed(ApplicationScoped.class)
          @Priority(Interceptor.Priority.LIBRARY_BEFORE)
          Object application) {
    pacers.forEach(Pacer::stop);
  }

  /** After the runtime has stopped. */
  void end(
      @Observes
          @BeforeDestroyed(ApplicationScoped.class)
          @Priority(Interceptor.Priority.PLATFORM_AFTER)
          Object application) {
    ScheduledThreadPoolExecutor pool = executor;
    if (pool != null) {
      pool.shutdownNow();
      await(pool);
    }
  }

  private static void await(ScheduledThreadPoolExecutor pool) {
    try {
      if (!pool.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.stillRunning(PATIENCE.toSeconds() + "s");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
