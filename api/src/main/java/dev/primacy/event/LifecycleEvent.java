package dev.primacy.event;

/**
 * Something is somewhere else in its life than before.
 *
 * @since 0.1
 */
public sealed interface LifecycleEvent extends EnvelopedEvent
    permits GroupLifecycle, NodeLifecycleChanged, EngineLifecycle {

  /**
   * Where it is.
   *
   * @return the state
   */
  LifecycleState state();
}
