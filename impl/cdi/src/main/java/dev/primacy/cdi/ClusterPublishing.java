package dev.primacy.cdi;

import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.ClusterWide;
import dev.primacy.event.Origin;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/**
 * Publishes what the application fires with {@link ClusterWide}. What is thrown here reaches who
 * fired.
 *
 * @since 0.1
 */
@ApplicationScoped
public class ClusterPublishing {
  @Inject Deployment deployment;

  /** Made by the container. */
  public ClusterPublishing() {}

  void publish(
      @Observes @ClusterWide @Priority(Interceptor.Priority.LIBRARY_BEFORE) ApplicationEvent draft,
      EventMetadata metadata) {
    deployment.runtime().publishing().publish(withOrigin(draft, metadata));
  }

  void publishAsync(@ObservesAsync @ClusterWide ApplicationEvent draft, EventMetadata metadata) {
    publish(draft, metadata);
  }

  /** An origin of the event itself counts more than that of the place that fires it. */
  private static ApplicationEvent withOrigin(ApplicationEvent draft, EventMetadata metadata) {
    if (!draft.envelope().origin().isEmpty()) {
      return draft;
    }
    return metadata.getQualifiers().stream()
        .filter(Origin.class::isInstance)
        .map(qualifier -> ((Origin) qualifier).value())
        .findFirst()
        .map(origin -> Drafts.from(draft, origin))
        .orElse(draft);
  }
}
