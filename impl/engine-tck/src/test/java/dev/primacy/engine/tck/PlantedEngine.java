package dev.primacy.engine.tck;

import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** An engine that is right but for one fault. */
final class PlantedEngine extends DelegatingEngine {
  /** Chosen by the test that runs a contract class, on the thread that runs it. */
  static final ThreadLocal<Fault> PLANTED = new ThreadLocal<>();

  private final Fault fault;

  private PlantedEngine(Engine engine, Fault fault) {
    super(engine);
    this.fault = fault;
  }

  static StoreService service() {
    Fault fault = PLANTED.get();
    return new MemoryService() {
      @Override
      public Engine engine() {
        return new PlantedEngine(super.engine(), fault);
      }

      /** What is awaited in vain is not awaited for long. */
      @Override
      public Duration recovery() {
        return Duration.ofSeconds(3);
      }
    };
  }

  @Override
  public RecordStore open(EngineContext context) throws StoreException {
    boolean apart = fault == Fault.KEEPS_EACH_NODES_RECORDS_APART;
    return fault.in(super.open(apart ? new OfItsOwn(context) : context));
  }

  private record OfItsOwn(EngineContext shared) implements EngineContext {
    @Override
    public String cluster() {
      return shared.cluster() + "-" + shared.nodeName();
    }

    @Override
    public String nodeName() {
      return shared.nodeName();
    }

    @Override
    public Optional<String> setting(String key) {
      return shared.setting(key);
    }

    @Override
    public Duration requestTimeout() {
      return shared.requestTimeout();
    }

    @Override
    public Duration lease() {
      return shared.lease();
    }

    @Override
    public ThreadFactory threads() {
      return shared.threads();
    }
  }
}
