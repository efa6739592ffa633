package dev.primacy.engine.relay;

import static dev.primacy.engine.relay.Messages.LOG;

import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.StoreException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Follows through a node that reaches the store, its relay ({@code primacy.relay.url}). A node with
 * this engine sees every change and every node, and is never the primary.
 *
 * @since 0.1
 */
public final class RelayEngine implements Engine {
  private final UnaryOperator<RecordStore> limits;

  /** Does nothing. */
  public RelayEngine() {
    this(OwnRecordOnly::new);
  }

  /**
   * With other limits on what is written.
   *
   * @param limits go round the store that is opened
   */
  RelayEngine(UnaryOperator<RecordStore> limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "relay";
  }

  @Override
  public List<SettingDescription> settings() {
    return Settings.ALL;
  }

  @Override
  public boolean followsOnly() {
    return true;
  }

  @Override
  public List<String> problems(EngineContext context) {
    return Configuration.of(context).problems();
  }

  @Override
  public RecordStore open(EngineContext context) throws StoreException {
    Configuration configuration = Configuration.of(context);
    if (!configuration.problems().isEmpty()) {
      throw new StoreException(String.join(System.lineSeparator(), configuration.problems()));
    }
    if (configuration.isPlain()) {
      LOG.insecure();
    }
    try {
      return limits.apply(new RelayStore(context, configuration));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(LOG.closed(), e);
    }
  }
}
