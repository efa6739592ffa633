package dev.primacy.engine.tck;

/**
 * What the election promises on a store, with the runtime that applications use, in real time.
 * Extend it in the tests of an engine, once for each way the engine can be run.
 *
 * @since 0.1
 */
public abstract non-sealed class ElectionContract extends EngineContract
    implements SuccessionRules, PauseRules, ServiceRules, GroupRules, ChaosRules {

  /** For the classes of engines. */
  protected ElectionContract() {}
}
