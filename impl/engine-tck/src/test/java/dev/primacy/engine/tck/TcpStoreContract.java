package dev.primacy.engine.tck;

import java.time.Duration;

/** Run by {@link PlantedFaultsTest} only: it fails, as it must. */
class TcpStoreContract extends RecordStoreContract {
  /** Chosen by the test that runs this class, on the thread that runs it. */
  static final ThreadLocal<TcpFault> PLANTED = new ThreadLocal<>();

  @Override
  protected StoreService service() {
    return new TcpService(PLANTED.get()) {
      /** What is awaited in vain is not awaited for long. */
      @Override
      public Duration recovery() {
        return Duration.ofSeconds(3);
      }
    };
  }
}
