package dev.primacy.engine.kubernetes;

import static dev.primacy.engine.kubernetes.Messages.LOG;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import dev.primacy.spi.StoredRecord;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The open store: what there is of it, and the order in which it starts and ends. */
final class KubernetesStore implements RecordStore {

  private final Transport transport;
  private final Exchanges exchanges;
  private final Health health;
  private final Records records;
  private final Watching watching;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Reaches nothing yet; the watch begins to try. */
  KubernetesStore(Configuration configuration, ThreadFactory threads)
      throws StoreException, InterruptedException {
    Config config = Clients.config(configuration);
    String namespace = config.getNamespace();
    Forms forms = new Forms(namespace, configuration.cluster(), configuration.nodeName());
    transport = new Transport(config, threads);
    KubernetesClient client = transport.client();
    health = new Health(config.getMasterUrl(), namespace, transport.executor());
    exchanges = new Exchanges(client.getHttpClient(), health);
    records =
        new Records(
            exchanges,
            new Verdicts(client.getKubernetesSerialization(), namespace, health),
            health,
            forms,
            client.getKubernetesSerialization(),
            namespace,
            configuration.requestTimeout());
    watching = new Watching(client, forms, namespace, configuration.lease(), threads);
    watching.start();
  }

  @Override
  public Optional<StoredRecord> read(RecordKey key) throws StoreException, InterruptedException {
    return records.read(key);
  }

  @Override
  public List<StoredRecord> list() throws StoreException, InterruptedException {
    return records.list();
  }

  @Override
  public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    return records.put(key, expected, value);
  }

  @Override
  public PutOutcome remove(RecordKey key, RecordVersion expected) {
    return records.remove(key, expected);
  }

  @Override
  public boolean watch(Consumer<RecordKey> hint) {
    watching.add(hint);
    return true;
  }

  @Override
  public StoreStatus status() {
    return closed.get() ? new StoreStatus(StoreStatus.State.FAILED, LOG.closed()) : health.status();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      watching.close();
      exchanges.close();
      transport.close();
    }
  }
}
