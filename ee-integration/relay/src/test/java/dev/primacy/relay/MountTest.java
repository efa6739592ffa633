package dev.primacy.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The resource is where the settings say, if they say so, in an application with CDI. */
class MountTest {
  private final Map<String, String> settings = new HashMap<>();

  /** Something that makes use of the cluster. */
  @ApplicationScoped
  static class Listening {
    void hear(@Observes NodeRoleChanged change) {
      assertThat(change.group()).isEqualTo("ledger");
    }
  }

  private void set(String key, String value) {
    settings.put(key, value);
    System.setProperty(key, value);
  }

  @AfterEach
  void forget() {
    settings.keySet().forEach(System::clearProperty);
  }

  private SeContainer application() {
    set("primacy.cluster", "test");
    set("primacy.group", "ledger");
    set("primacy.engine", "memory");
    set("primacy.memory.name", "m-" + UUID.randomUUID());
    set("primacy.rest.path", "/ops");
    return SeContainerInitializer.newInstance().addBeanClasses(Listening.class).initialize();
  }

  @Test
  void it_is_mounted_below_the_path_that_is_configured_and_answers_while_this_node_is_a_relay()
      throws Exception {
    set("primacy.relay.serve", "true");
    set("primacy.relay.serve-token", RelayService.TOKEN);
    try (SeContainer application = application()) {
      PrimacyRuntime runtime = application.select(PrimacyRuntime.class).get();
      try (WebServer server = WebServer.of(new RelayMount())) {
        assertThat(runtime.relayState().isServed()).isTrue();
        RawFollower follower = new RawFollower(server.url("/ops/relay"));
        assertThat(follower.list().statusCode()).isEqualTo(409);
        runtime.relayState().relay("ledger", true);
        assertThat(follower.list().statusCode()).isEqualTo(200);
        assertThat(new RawFollower(server.url("/primacy/relay")).list().statusCode())
            // of the container, which has nothing there
            .isEqualTo(405);
      }
      assertThat(runtime.relayState().isServed()).isFalse();
    }
  }

  @Test
  void without_the_setting_there_is_nothing() throws Exception {
    try (SeContainer application = application();
        WebServer server = WebServer.of(new RelayMount())) {
      PrimacyRuntime runtime = application.select(PrimacyRuntime.class).get();
      runtime.relayState().relay("ledger", true);
      assertThat(runtime.relayState().isServed()).isFalse();
      assertThat(new RawFollower(server.url("/ops/relay")).list().statusCode()).isEqualTo(405);
    }
  }

  @Test
  void without_a_token_the_application_is_not_deployed() {
    set("primacy.relay.serve", "always");
    try (SeContainer application = application()) {
      assertThat(application.isRunning()).isTrue();
      assertThatThrownBy(() -> WebServer.of(new RelayMount()))
          .hasStackTraceContaining("PRIMACY-3450");
    }
  }
}
