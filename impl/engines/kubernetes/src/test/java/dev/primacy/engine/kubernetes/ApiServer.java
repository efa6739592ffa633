package dev.primacy.engine.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.engine.tck.FreePorts;
import dev.primacy.engine.tck.Surroundings;
import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.Preconditions;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import io.fabric8.mockwebserver.http.Response;
import io.fabric8.mockwebserver.http.WebSocket;
import io.fabric8.mockwebserver.http.WebSocketListener;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * fabric8's imitation of an API server, and what it lacks of a real one: the preconditions of a
 * removal, the uid as the precondition of an update (without which a PUT would create a Lease that
 * was removed), and a status as the body of a refusal.
 */
final class ApiServer {

  static final String NAMESPACE = "apps";

  /** It logs every request. */
  private static final Logger LOGGER = Logger.getLogger("io.fabric8.mockwebserver");

  /** What was asked, as method and path. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  /** What each was answered instead, if anything. */
  volatile Function<RecordedRequest, Optional<MockResponse>> instead = request -> Optional.empty();

  private final Dispatcher dispatcher = new Dispatcher();
  private final int port = FreePorts.next();
  private KubernetesMockServer server;

  ApiServer start() {
    LOGGER.setLevel(Level.WARNING);
    server =
        new KubernetesMockServer(
            new Context(), new MockWebServer(), new HashMap<>(), dispatcher, false);
    server.init(InetAddress.getLoopbackAddress(), port);
    return this;
  }

  /**
   * It accepts nothing more at once, but may wait for requests under way for longer than it waits.
   */
  void stop() {
    try {
      server.destroy();
    } catch (RuntimeException impatient) {
      LOGGER.log(Level.WARNING, "the imitation has not ended everything in time", impatient);
    }
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  Surroundings surroundings() {
    return Given.url(url()).with(Settings.NAMESPACE, NAMESPACE);
  }

  /** The Leases there are, as they are kept. */
  List<Lease> leases() {
    return dispatcher.getMap().values().stream()
        .map(text -> Serialization.unmarshal(text, Lease.class))
        .toList();
  }

  /** Somebody else's Lease, or one that somebody edited. */
  void keep(Lease lease) {
    String path = "/apis/coordination.k8s.io/v1/namespaces/" + NAMESPACE + "/leases/";
    dispatcher.keep(path + lease.getMetadata().getName(), Serialization.asJson(lease));
  }

  static MockResponse refusal(int code, String reason, String kind) {
    Status status =
        new StatusBuilder()
            .withStatus("Failure")
            .withCode(code)
            .withReason(reason)
            .withMessage("the server says: " + reason)
            .withNewDetails()
            .withKind(kind)
            .endDetails()
            .build();
    return new MockResponse().setResponseCode(code).setBody(Serialization.asJson(status));
  }

  private final class Dispatcher extends KubernetesCrudDispatcher {

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      requests.add(request.getMethod() + " " + request.getPath());
      Optional<MockResponse> other = instead.apply(request);
      if (other.isPresent()) {
        return other.get();
      }
      // what the imitation checks and does in two steps has to be one here
      synchronized (this) {
        return checked(request);
      }
    }

    @Override
    public MockResponse handleWatch(String path) {
      MockResponse response = super.handleWatch(path);
      return response.withWebSocketUpgrade(new Patient(response.getWebSocketListener(), this));
    }

    private MockResponse checked(RecordedRequest request) {
      if (!isStillThere(request)) {
        return refusal(409, "Conflict", "leases");
      }
      MockResponse response = super.dispatch(request);
      return response.code() == 404 ? refusal(404, "NotFound", "leases") : response;
    }

    private boolean isStillThere(RecordedRequest request) {
      String body = new String(request.getBody().getBytes(), UTF_8);
      return switch (request.getMethod()) {
        case "PUT" -> {
          Lease lease = Serialization.unmarshal(body, Lease.class);
          yield isStillThere(request.getPath(), lease.getMetadata().getUid(), null);
        }
        case "DELETE" -> {
          Preconditions expected =
              Serialization.unmarshal(body, DeleteOptions.class).getPreconditions();
          yield isStillThere(request.getPath(), expected.getUid(), expected.getResourceVersion());
        }
        default -> true;
      };
    }

    private boolean isStillThere(String path, String uid, String resourceVersion) {
      var entry = findResource(getKey(path));
      if (entry == null) {
        return true;
      }
      Lease found = Serialization.unmarshal(entry.getValue(), Lease.class);
      return found.getMetadata().getUid().equals(uid)
          && (resourceVersion == null
              || found.getMetadata().getResourceVersion().equals(resourceVersion));
    }

    synchronized void keep(String path, String lease) {
      var entry = findResource(getKey(path));
      processEvent(path, getKey(path), entry == null ? null : entry.getKey(), null, lease);
    }
  }

  /**
   * The imitation waits for events under way when a watch ends, on the one thread that sends them:
   * for half a minute nothing is answered. So it waits on another one. And it ends what sends them
   * before it forgets the watch: a write that comes in between fails in the middle and is never
   * answered. So none comes.
   */
  private static final class Patient extends WebSocketListener {
    private final WebSocketListener listener;
    private final Object writes;

    private Patient(WebSocketListener listener, Object writes) {
      this.listener = listener;
      this.writes = writes;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
      listener.onOpen(socket, response);
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      listener.onClosing(socket, code, reason);
    }

    @Override
    public void onClosed(WebSocket socket, int code, String reason) {
      end(() -> listener.onClosed(socket, code, reason));
    }

    @Override
    public void onFailure(WebSocket socket, Throwable failure, Response response) {
      end(() -> listener.onFailure(socket, failure, response));
    }

    private void end(Runnable task) {
      Thread thread = new Thread(() -> alone(task), "api-server-end-of-watch");
      thread.setDaemon(true);
      thread.start();
    }

    private void alone(Runnable task) {
      synchronized (writes) {
        task.run();
      }
    }
  }
}
