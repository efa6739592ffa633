package dev.primacy.core.runtime;

import java.time.Duration;
import java.util.concurrent.Future;

/** Has things done later. */
@FunctionalInterface
interface Alarms {

  /** Any thread; the task must not block. */
  Future<?> after(Duration delay, Runnable task);
}
