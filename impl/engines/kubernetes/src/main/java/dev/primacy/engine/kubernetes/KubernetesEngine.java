package dev.primacy.engine.kubernetes;

import static dev.primacy.engine.kubernetes.Messages.LOG;

import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.StoreException;
import java.util.List;

/**
 * Keeps records as {@code Lease} objects of one namespace, in the API server of the Kubernetes
 * cluster the application runs in, or of one that is named ({@code primacy.kubernetes.api-server},
 * {@code primacy.kubernetes.kubeconfig}).
 *
 * @since 0.1
 */
public final class KubernetesEngine implements Engine {

  private final Pod pod;

  /** Does nothing. */
  public KubernetesEngine() {
    this(Pod.here());
  }

  /** In surroundings that need not be this process's. */
  KubernetesEngine(Pod pod) {
    this.pod = pod;
  }

  @Override
  public String name() {
    return "kubernetes";
  }

  @Override
  public List<SettingDescription> settings() {
    return Settings.ALL;
  }

  @Override
  public List<String> problems(EngineContext context) {
    return new ConfigurationReader(context, pod).problems();
  }

  @Override
  public RecordStore open(EngineContext context) throws StoreException {
    ConfigurationReader reader = new ConfigurationReader(context, pod);
    if (!reader.problems().isEmpty()) {
      throw new StoreException(String.join(System.lineSeparator(), reader.problems()));
    }
    try {
      return new KubernetesStore(reader.configuration(), context.threads());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(LOG.closed(), e);
    }
  }
}
