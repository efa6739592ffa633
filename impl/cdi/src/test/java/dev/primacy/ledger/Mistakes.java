package dev.primacy.ledger;

import dev.primacy.AnyRole;
import dev.primacy.FencingToken;
import dev.primacy.InGroup;
import dev.primacy.Membership;
import dev.primacy.PrimaryOnly;
import dev.primacy.PrimaryResource;
import dev.primacy.PrimarySchedule;
import dev.primacy.ReportProblems;
import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.ClusterMonitorError;
import dev.primacy.event.ClusterWide;
import dev.primacy.event.ErrorOf;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventId;
import dev.primacy.event.FromCluster;
import dev.primacy.event.NodeLeft;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.messaging.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/** One mistake each. */
public final class Mistakes {
  private Mistakes() {}

  /** An event of the application's. */
  @EventId(10_001)
  public record Posted(EventEnvelope envelope) implements ApplicationEvent {}

  /** No interceptor stands before a static method. */
  @ApplicationScoped
  public static class Static {
    @PrimaryOnly
    static void post() {}
  }

  /** Can be no bean. */
  public static class NoBean {
    /** Nobody gives it that. */
    public NoBean(String needed) {}

    @PrimaryOnly
    void post() {}
  }

  /** Keeps a token for ever. */
  @ApplicationScoped
  public static class Frozen {
    @Inject FencingToken token;
  }

  /** Keeps one that an initializer was given. */
  @ApplicationScoped
  public static class FrozenBySetter {
    FencingToken kept;

    @Inject
    void configure(FencingToken token) {
      kept = token;
    }
  }

  /** For the primary, and for all. */
  @ApplicationScoped
  public static class Torn {
    @PrimaryOnly
    @AnyRole
    public void post() {}
  }

  /** No origin has a blank. */
  @ApplicationScoped
  public static class Anonymous {
    @ReportProblems(origin = "no origin")
    public void post() {}
  }

  /** Publishes by an event. */
  @ApplicationScoped
  public static class Sender {
    @Inject @ClusterWide Event<Posted> posted;
  }

  /** Publishes by the publisher. */
  @ApplicationScoped
  public static class Publisher {
    @Inject EventPublisher<Posted> publisher;
  }

  /** Is given the publisher at each call. */
  @ApplicationScoped
  public static class PublisherAtCalls {
    void hear(@Observes NodeRoleChanged change, EventPublisher<Posted> publisher) {}
  }

  /** Hears what other nodes publish. */
  @ApplicationScoped
  public static class Receiver {
    void hear(@Observes @FromCluster Posted posted) {}
  }

  /** Of errors that nobody reports. */
  @ApplicationScoped
  public static class Worried {
    void hear(@Observes @ErrorOf(NodeLeft.class) ClusterMonitorError error) {}
  }

  /** Exists on the primary only. */
  @ApplicationScoped
  public static class Connections {
    @Produces
    @PrimaryResource
    @Dependent
    static StringBuilder open() {
      return new StringBuilder();
    }
  }

  /** In a group that is not configured. */
  @Dependent
  public static class Astray {
    @Inject
    @InGroup("elsewhere")
    Membership membership;

    @PrimaryOnly(group = "nowhere")
    public void post() {}
  }

  /** Nobody runs it. */
  @ApplicationScoped
  public static class Scheduled {
    @PrimarySchedule(every = "1s")
    void tick() {}
  }

  /** A guard that only an interface has. */
  public interface Contract {
    @PrimaryOnly
    void post();
  }

  /** Nobody sees it here. */
  @ApplicationScoped
  public static class Contractor implements Contract {
    @Override
    public void post() {}
  }
}
