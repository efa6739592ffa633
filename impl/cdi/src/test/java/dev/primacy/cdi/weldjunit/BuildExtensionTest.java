package dev.primacy.cdi.weldjunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.primacy.FencingToken;
import dev.primacy.InGroup;
import dev.primacy.Membership;
import dev.primacy.NodeRole;
import dev.primacy.PrimaryOnly;
import dev.primacy.PrimaryResource;
import dev.primacy.cdi.GuardRegistry;
import dev.primacy.cdi.PrimacyBuildExtension;
import dev.primacy.cdi.PrimacyLifecycle;
import dev.primacy.cdi.PrimaryOnlyInterceptor;
import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.ClusterWide;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventId;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.ObserverFailed;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jboss.weld.lite.extension.translator.LiteExtensionTranslator;
import org.junit.jupiter.api.Test;

/**
 * The build compatible extension, which Weld would skip by its annotation, and without the portable
 * one: what it finds is deployed as on any other server, and refused as there.
 */
class BuildExtensionTest {
  @ApplicationScoped
  static class Diary {
    final List<String> lines = new CopyOnWriteArrayList<>();

    void write(String line) {
      lines.add(line);
    }

    List<String> lines() {
      return lines;
    }
  }

  @ApplicationScoped
  static class Listener {
    @Inject Diary diary;
    @Inject Membership membership;

    void broken(@Observes @Priority(1) NodeRoleChanged change) {
      throw new IllegalStateException("on purpose");
    }

    void changed(@Observes @Priority(2) NodeRoleChanged change, EventMetadata metadata) {
      diary.write(
          change.current() + " " + membership.role() + " " + metadata.getQualifiers().size());
    }

    void failed(@Observes ObserverFailed failure) {
      diary.write("failed " + failure.observer());
    }
  }

  @ApplicationScoped
  static class Ledger {
    @PrimaryOnly
    String post() {
      return "posted";
    }
  }

  @Test
  void observers_stand_for_themselves_and_guards_are_known() {
    try (WeldContainer container = boot(Diary.class, Listener.class, Ledger.class)) {
      List<String> lines = container.select(Diary.class).get().lines();
      Awaitility.await().until(() -> lines.size() >= 2);
      assertThat(lines.get(0)).startsWith(NodeRole.NOT_IN_GROUP + " " + NodeRole.NOT_IN_GROUP);
      assertThat(lines).contains("failed Listener");
      assertThat(container.select(Ledger.class).get().post()).isEqualTo("posted");
      assertThat(container.select(GuardRegistry.class).get().report())
          .extracting(guarded -> guarded.name())
          .containsExactly("Ledger.post");
    }
  }

  @ApplicationScoped
  static class Hidden {
    @PrimaryOnly
    static void post() {}
  }

  @ApplicationScoped
  static class Keeper {
    @Inject FencingToken token;
  }

  @Test
  void what_is_wrong_whatever_is_configured_is_refused_all_at_once() {
    assertThat(failing(Hidden.class, Keeper.class)).contains("PRIMACY-1201", "PRIMACY-1209");
  }

  @ApplicationScoped
  static class Wrong {
    @Inject
    @InGroup("nowhere")
    Membership membership;

    void hear(@Observes ClusterEvent event) {}
  }

  @Test
  void what_the_settings_do_not_know_is_refused_at_the_start() {
    assertThat(failing(Wrong.class)).contains("PRIMACY-1602", "PRIMACY-1205", "nowhere");
  }

  @EventId(10_001)
  record Placed(EventEnvelope envelope) implements ApplicationEvent {}

  @ApplicationScoped
  static class Publisher {
    @Inject @ClusterWide Event<Placed> events;
  }

  @ApplicationScoped
  static class Pool {
    @Produces
    @PrimaryResource
    StringWriter open() {
      return new StringWriter();
    }
  }

  @Test
  void what_needs_a_portable_extension_is_refused() {
    assertThat(failing(Publisher.class, Pool.class))
        .contains("PRIMACY-1600", "Publisher.events", "PRIMACY-1601", "Pool");
  }

  private static WeldContainer boot(Class<?>... beans) {
    return new Weld()
        .disableDiscovery()
        .addBeanClasses(beans)
        .addBeanClasses(PrimacyLifecycle.class, PrimaryOnlyInterceptor.class)
        .addExtension(
            new LiteExtensionTranslator(
                Set.of(PrimacyBuildExtension.class), BuildExtensionTest.class.getClassLoader()))
        .initialize();
  }

  private static String failing(Class<?>... beans) {
    StringWriter text = new StringWriter();
    Throwable failure = catchThrowable(() -> boot(beans).close());
    assertThat(failure).as("deployed").isNotNull();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
