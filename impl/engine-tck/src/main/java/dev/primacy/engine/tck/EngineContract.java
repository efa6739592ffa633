package dev.primacy.engine.tck;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the contracts have in common: one service for all tests of a class.
 *
 * @since 0.1
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ContractExtension.class)
public abstract sealed class EngineContract permits RecordStoreContract, ElectionContract {

  /** Only the contracts are made. */
  EngineContract() {}

  /**
   * Makes the service of this class; the suite starts it, and closes it after the last test.
   *
   * @return the service, not started
   * @throws Exception if that failed, which fails the tests
   */
  protected abstract StoreService service() throws Exception;
}
