package dev.primacy.core.monitor;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.core.CoreLog;
import dev.primacy.watch.CallbackType;
import dev.primacy.watch.MonitorEnd;
import dev.primacy.watch.MonitorError;
import dev.primacy.watch.RawRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Calls the callbacks of a monitor, each once for each thing, and none any more once it is over.
 * What one throws is told as an error of its kind, and is nobody else's concern. On the monitor's
 * thread.
 */
final class Telling<T> {
  private final MonitorPlan<T> plan;
  private final BooleanSupplier stopping;
  private final CoreLog log;
  private boolean over;
  private boolean told;

  /**
   * @param stopping whether it was asked for that nothing more is told
   */
  Telling(MonitorPlan<T> plan, BooleanSupplier stopping, CoreLog log) {
    this.plan = plan;
    this.stopping = stopping;
    this.log = log;
  }

  boolean isOver() {
    return over || stopping.getAsBoolean();
  }

  /** Whether anything was told since this was asked last. */
  boolean tookPlace() {
    boolean happened = told;
    told = false;
    return happened;
  }

  boolean hearsDecoded() {
    return !plan.decoded().isEmpty();
  }

  void raw(RawRecord record) {
    tell(CallbackType.JOINED_RAW, plan.raw(), record, Optional.of(record));
  }

  void decoded(T picture, RawRecord record) {
    tell(CallbackType.JOINED_DECODED, plan.decoded(), picture, Optional.of(record));
  }

  void updated(int count) {
    tellCount(CallbackType.UPDATED, plan.updated(), count);
  }

  void left(int count) {
    tellCount(CallbackType.LEFT, plan.left(), count);
  }

  private void tellCount(
      CallbackType kind, List<? extends Consumer<? super Integer>> callbacks, int count) {
    if (count > 0) {
      tell(kind, callbacks, count, Optional.empty());
    }
  }

  void altered(String what) {
    tell(CallbackType.GROUP_ALTERED, plan.altered(), what, Optional.empty());
  }

  void dropped() {
    tell(CallbackType.GROUP_DROPPED, plan.dropped(), plan.group(), Optional.empty());
  }

  private <E> void tell(
      CallbackType kind,
      List<? extends Consumer<? super E>> callbacks,
      E what,
      Optional<RawRecord> payload) {
    told = true;
    for (Consumer<? super E> callback : callbacks) {
      if (isOver()) {
        return;
      }
      try {
        callback.accept(what);
      } catch (Exception thrown) {
        String message =
            MESSAGES.monitorCallbackThrew(kind.name(), plan.group(), thrown.toString());
        log.monitorProblem(thrown, message);
        error(new MonitorError(kind, message, Optional.of(thrown), payload));
      }
    }
  }

  /** Something of one kind could not be told. */
  void error(MonitorError error) {
    for (Consumer<? super MonitorError> callback :
        plan.errors().getOrDefault(error.kind(), List.of())) {
      if (isOver()) {
        return;
      }
      try {
        callback.accept(error);
      } catch (Exception thrown) {
        log.monitorProblem(
            thrown,
            MESSAGES.monitorCallbackThrew(
                "error of " + error.kind(), plan.group(), thrown.toString()));
      }
    }
  }

  /** Something concerns all kinds alike. */
  void errorOfAll(String message, Throwable cause) {
    log.monitorProblem(cause, message);
    for (CallbackType kind : CallbackType.values()) {
      error(new MonitorError(kind, message, Optional.of(cause), Optional.empty()));
    }
  }

  /** Nothing more is told. */
  void end() {
    over = true;
  }

  /** The last call. */
  void stopped(MonitorEnd end, String detail) {
    over = true;
    log.monitorStopped(plan.group(), end.name(), detail);
    for (BiConsumer<MonitorEnd, String> callback : plan.stopped()) {
      try {
        callback.accept(end, detail);
      } catch (Exception thrown) {
        log.monitorProblem(
            thrown, MESSAGES.monitorCallbackThrew("stopped", plan.group(), thrown.toString()));
      }
    }
  }
}
