package dev.primacy.engine.tck;

/**
 * What a {@link dev.primacy.spi.RecordStore} promises, each promise a test. Extend it in the tests
 * of an engine, once for each way the engine can be run.
 *
 * @since 0.1
 */
public abstract non-sealed class RecordStoreContract extends EngineContract
    implements RegisterRules,
        ConcurrencyRules,
        NamingRules,
        HintRules,
        FaultRules,
        OutageRules,
        DiskRules,
        CallerRules,
        RenewalRules,
        ReplicaRules,
        EndpointRules {

  /** For the classes of engines. */
  protected RecordStoreContract() {}
}
