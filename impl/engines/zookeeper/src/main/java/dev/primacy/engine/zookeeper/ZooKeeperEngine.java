package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.StoreException;
import java.util.List;

/**
 * Keeps records in a ZooKeeper ensemble: in one that runs already ({@code
 * primacy.zookeeper.connect}), or in one whose servers run inside the nodes ({@code
 * primacy.zookeeper.peers}).
 *
 * @since 0.1
 */
public final class ZooKeeperEngine implements Engine {

  /** Does nothing. */
  public ZooKeeperEngine() {}

  @Override
  public String name() {
    return "zookeeper";
  }

  @Override
  public List<SettingDescription> settings() {
    return Settings.ALL;
  }

  @Override
  public List<String> problems(EngineContext context) {
    return Configuration.problems(context);
  }

  @Override
  public RecordStore open(EngineContext context) throws StoreException {
    List<String> problems = problems(context);
    if (!problems.isEmpty()) {
      throw new StoreException(String.join(System.lineSeparator(), problems));
    }
    ZooKeeperStore store = new ZooKeeperStore(Configuration.of(context), context.threads());
    try {
      store.start();
      return store;
    } catch (StoreException | RuntimeException e) {
      store.close();
      throw e;
    } catch (InterruptedException e) {
      store.close();
      Thread.currentThread().interrupt();
      throw new StoreException(LOG.closed(), e);
    }
  }
}
