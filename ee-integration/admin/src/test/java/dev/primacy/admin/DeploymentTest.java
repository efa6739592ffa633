package dev.primacy.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.primacy.GroupStanding;
import dev.primacy.Membership;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The module in a container, with a real runtime and a real engine. */
class DeploymentTest {
  private static final MBeanServer MBEANS = ManagementFactory.getPlatformMBeanServer();

  private static final Duration TIME = Duration.ofSeconds(30);

  /** A node, and the servlets its listener adds. */
  private static final class Deployed implements AutoCloseable {
    final SeContainer container;
    private final Undertow server;

    Deployed(Map<String, String> settings) throws Exception {
      settings.forEach(System::setProperty);
      try {
        container = SeContainerInitializer.newInstance().initialize();
      } finally {
        settings.keySet().forEach(System::clearProperty);
      }
      DeploymentInfo info =
          Servlets.deployment()
              .setClassLoader(DeploymentTest.class.getClassLoader())
              .setDeploymentName("deployed")
              .setContextPath("/")
              .addListener(Servlets.listener(AdminListener.class));
      DeploymentManager manager = Servlets.newContainer().addDeployment(info);
      manager.deploy();
      server =
          Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(manager.start()).build();
      server.start();
    }

    int status(String path) throws Exception {
      return send("GET", path, "").statusCode();
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
        throws Exception {
      InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + path))
              .timeout(Duration.ofSeconds(30))
              .header("Authorization", Site.BEARER)
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body));
      for (int i = 0; i < headers.length; i += 2) {
        request.header(headers[i], headers[i + 1]);
      }
      return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Meant for the version that stands. */
    HttpResponse<String> command(String path, String body) throws Exception {
      String version = send("GET", "/primacy/group", "").headers().firstValue("ETag").orElseThrow();
      return send("POST", "/primacy/" + path, body, "If-Match", version);
    }

    void awaitPrimary() {
      Membership membership = container.select(Membership.class).get();
      await().atMost(TIME).until(membership::isPrimary);
    }

    @Override
    public void close() {
      server.stop();
      container.close();
    }
  }

  private static Map<String, String> clustered(String... more) {
    Map<String, String> settings = Site.of(more);
    settings.put("primacy.cluster", "c" + UUID.randomUUID().toString().substring(0, 8));
    settings.put("primacy.group", "ledger");
    settings.put("primacy.engine", "memory");
    settings.put("primacy.lease", "1s");
    return settings;
  }

  private static Set<ObjectName> beans() throws Exception {
    return MBEANS.queryNames(new ObjectName("dev.primacy:type=Group,*"), null);
  }

  @Test
  @DisplayName("AT-2.18 the probes of a node agree with its guard")
  void the_probes_of_a_node_agree_with_its_guard() throws Exception {
    try (Deployed node = new Deployed(clustered("primacy.probes=true"))) {
      node.awaitPrimary();
      assertThat(node.status("/primacy/primary")).isEqualTo(200);
      assertThat(node.status("/primacy/ha_writable")).isEqualTo(200);
      assertThat(node.status("/primacy/other")).isEqualTo(404);
      assertThat(node.status("/primacy/cluster")).isEqualTo(404);
    }
  }

  @Test
  @DisplayName("AT-1.6 a server without a group refuses a failover with 409")
  void a_server_without_a_group_refuses_a_failover() throws Exception {
    try (Deployed alone =
        new Deployed(Site.of("primacy.admin.enabled=true", "primacy.admin.token=" + Site.TOKEN))) {
      HttpResponse<String> answer = alone.send("PUT", "/primacy/failover", "{}");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
      assertThat(alone.container.select(Membership.class).get().standing())
          .isEqualTo(GroupStanding.STANDALONE);
    }
  }

  @Test
  void a_real_group_is_frozen_made_read_only_and_given_up_over_http() throws Exception {
    try (Deployed node =
        new Deployed(
            clustered(
                "primacy.probes=true",
                "primacy.admin.enabled=true",
                "primacy.admin.token=" + Site.TOKEN))) {
      node.awaitPrimary();
      assertThat(node.command("cluster/read-only", "{\"readOnly\":true}").statusCode())
          .isEqualTo(200);
      await().atMost(TIME).until(() -> node.status("/primacy/ha_writable") == 409);
      assertThat(node.command("cluster/read-only", "{\"readOnly\":false}").statusCode())
          .isEqualTo(200);
      await().atMost(TIME).until(() -> node.status("/primacy/ha_writable") == 200);
      HttpResponse<String> frozen = node.command("cluster/freeze", "{\"frozen\":true}");
      assertThat(frozen.body()).contains("\"frozen\":true");
      assertThat(node.command("cluster/step-down", "{}").statusCode()).isEqualTo(200);
      assertThat(node.status("/primacy/primary")).isEqualTo(503);
      HttpResponse<String> stale =
          node.send("POST", "/primacy/cluster/freeze", "{\"frozen\":false}", "If-Match", "\"0\"");
      assertThat(stale.statusCode()).isEqualTo(412);
    }
  }

  @Test
  void the_base_path_is_what_was_configured() throws Exception {
    try (Deployed node =
        new Deployed(clustered("primacy.probes=true", "primacy.rest.path=/ops/p-1"))) {
      node.awaitPrimary();
      assertThat(node.status("/ops/p-1/primary")).isEqualTo(200);
      assertThat(node.status("/primacy/primary")).isEqualTo(404);
    }
  }

  @Test
  @DisplayName("T1 without a word in the settings there is no servlet at all")
  void without_a_word_in_the_settings_there_is_no_servlet() throws Exception {
    try (Deployed node = new Deployed(Map.of())) {
      assertThat(node.container.select(AdminFront.class).get().answers()).isFalse();
      assertThat(node.status("/primacy/primary")).isEqualTo(404);
    }
  }

  @Test
  void groups_are_shown_as_long_as_the_application_runs() throws Exception {
    assertThat(beans()).isEmpty();
    try (Deployed one = new Deployed(clustered());
        Deployed two = new Deployed(clustered())) {
      assertThat(one.container.isRunning() && two.container.isRunning()).isTrue();
      assertThat(beans()).hasSize(2).allMatch(name -> name.getKeyProperty("name").equals("ledger"));
    }
    assertThat(beans()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "primacy.admin.token=short",
        "primacy.admin.token=0123456789012345678901234567890",
        "primacy.admin.token=01234567890123456789 0123456789012345",
        "primacy.admin.token=0123456789012345678901234567890\u00e9\u00e9\u00e9",
      })
  @DisplayName("T1 a token that is no protection, or cannot be sent, is a deployment error")
  void a_token_that_is_no_protection_is_a_deployment_error(String token) {
    String failure = failing(token);
    assertThat(failure).contains("PRIMACY-1041");
    assertThat(failure).doesNotContain(token.substring(token.indexOf('=') + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "primacy", "/primacy/", "/a/*", "/a/../b", "/a b", "/a?b"})
  void a_path_that_is_none_is_a_deployment_error(String path) {
    assertThat(failing("primacy.rest.path=" + path)).contains("PRIMACY-1042");
  }

  private static String failing(String setting) {
    Throwable failure = catchThrowable(() -> new Deployed(clustered(setting)).close());
    assertThat(failure).isNotNull();
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
