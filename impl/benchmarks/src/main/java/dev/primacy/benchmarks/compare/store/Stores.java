package dev.primacy.benchmarks.compare.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts stores when they are first asked for; all clusters share them. */
public final class Stores implements AutoCloseable {
  private final Path data;
  private final Map<StoreKind, Store> shared = new EnumMap<>(StoreKind.class);
  private final List<Store> opened = new ArrayList<>();

  /**
   * Makes it, and removes what a run before left behind that was interrupted.
   *
   * @param directory in which the stores keep their files while they run
   */
  public Stores(Path directory) throws IOException {
    data = directory;
    Directories.delete(data);
  }

  /** The store of a kind; each caller has one of its own where its nodes are the store. */
  public Store get(StoreKind kind) throws Exception {
    synchronized (shared) {
      @Nullable Store known = shared.get(kind);
      if (known != null) {
        return known;
      }
      Store store = open(kind);
      opened.add(store);
      if (!kind.isInTheNodes()) {
        shared.put(kind, store);
      }
      return store;
    }
  }

  private Store open(StoreKind kind) throws Exception {
    return switch (kind) {
      case H2 -> new H2Store(Directories.fresh(data));
      case POSTGRESQL -> new PostgreSqlStore(Directories.fresh(data));
      case ZOOKEEPER -> new ZooKeeperStore(Directories.fresh(data));
      case ENSEMBLE, PEERS -> new EnsembleStore(Directories.fresh(data));
      case KUBERNETES -> new KubernetesStore();
    };
  }

  @Override
  public void close() throws IOException {
    synchronized (shared) {
      for (Store store : opened) {
        close(store);
      }
      opened.clear();
      shared.clear();
    }
    Directories.delete(data);
  }

  /** One that does not close does not keep the others open. */
  private static void close(Store store) {
    try {
      store.close();
    } catch (Exception e) {
      e.printStackTrace(System.err);
    }
  }
}
