package dev.primacy.core.runtime;

/** Takes what is to be done, and does one thing after the other: the lease thread. */
@FunctionalInterface
interface Steps {

  /** Any thread; returns before the step is done. */
  void post(Runnable step);
}
