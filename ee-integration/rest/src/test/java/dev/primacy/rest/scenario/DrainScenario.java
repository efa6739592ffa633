package dev.primacy.rest.scenario;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.core.gate.InFlight;
import dev.primacy.core.gate.LeaseGate;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.runtime.PrimacyRuntimes;
import dev.primacy.core.runtime.RuntimeSetup;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.engine.memory.MemoryEngine;
import jakarta.ws.rs.container.AsyncResponse;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real node hands its role over while calls are suspended that may never end. */
public abstract class DrainScenario {
  /** Far less than any server waits for a suspended call by itself. */
  private static final String DRAIN_TIMEOUT = "300ms";

  private static final long SOON = 5;

  private final RestStack stack;
  private PrimacyRuntime node;
  private LeaseGate gate;
  private RestServer server;
  private Client client;

  /** Runs on this stack. */
  protected DrainScenario(RestStack stack) {
    this.stack = stack;
  }

  @BeforeEach
  void startPrimary() throws Exception {
    Journal.clear();
    node =
        PrimacyRuntimes.create(
            RuntimeSetup.of("drain")
                .withSource(settings())
                .withEngines(List.of(new MemoryEngine())));
    gate = (LeaseGate) node.gate("ledger");
    ScriptedRuntime.use(gate);
    server = stack.start(Listed.with());
    client = new Client(server.base());
    node.start();
    await().until(() -> gate.check(0) != null);
  }

  private static MapSettings settings() {
    return new MapSettings(
        Map.of(
            "primacy.cluster", "drain-" + UUID.randomUUID(),
            "primacy.group", "ledger",
            "primacy.node.name", "n1",
            "primacy.lease", "1s",
            "primacy.drain-timeout", DRAIN_TIMEOUT));
  }

  @AfterEach
  void stop() throws Exception {
    if (server != null) {
      server.stop().close();
    }
    node.close();
    ScriptedRuntime.reset();
  }

  @Test
  void a_call_that_nobody_resumes_holds_one_hand_over_up_for_the_drain_timeout_at_most()
      throws Exception {
    CompletableFuture<HttpResponse<String>> answer = client.begin("GET", "async/suspended");
    AsyncResponse suspended = Journal.take(AsyncResponse.class);
    await().until(() -> gate.inFlight().count() == 1);
    InFlight ofTheFirst = gate.inFlight();
    stepDown();
    assertThat(ofTheFirst.count()).as("still there").isOne();
    await().until(() -> gate.check(0) != null);
    assertThat(gate.inFlight().count()).as("but not in the next tenure").isZero();
    suspended.resume("late");
    assertThat(answer.get(SOON, SECONDS).headers().allValues("Primacy-Outcome"))
        .containsExactly("unknown");
    assertThat(gate.inFlight().count()).isZero();
  }

  @Test
  void nor_does_a_call_whose_client_is_gone() throws Exception {
    AsyncResponse suspended = beginAndHangUp();
    await().until(() -> gate.inFlight().count() == 1);
    stepDown();
    suspended.resume("to nobody");
    await().until(() -> gate.check(0) != null);
    assertThat(gate.inFlight().count()).isZero();
  }

  private AsyncResponse beginAndHangUp() throws Exception {
    try (Socket socket = new Socket(client.base().getHost(), client.base().getPort())) {
      String request = "GET /async/suspended HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      socket.getOutputStream().flush();
      return Journal.take(AsyncResponse.class);
    }
  }

  private void stepDown() throws Exception {
    node.membership("ledger").stepDown().toCompletableFuture().get(SOON, SECONDS);
  }
}
