package dev.primacy.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.core.gate.SystemClocks;
import dev.primacy.core.runtime.RelayState;
import dev.primacy.engine.relay.Unlimited;
import dev.primacy.engine.tck.Ability;
import dev.primacy.engine.tck.FreePorts;
import dev.primacy.engine.tck.StoreService;
import dev.primacy.spi.Engine;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A relay over HTTP in front of a memory, without limits on what is written. */
class RelayService implements StoreService {
  static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final RelayTerms TERMS = new RelayTerms(true, TOKEN, false, 10_000, 10_000_000);

  private final String memory = "m-" + UUID.randomUUID();
  private final int port = FreePorts.next();
  private final Map<String, SharedStore> stores = new ConcurrentHashMap<>();
  private final Map<String, RelayDesk> desks = new ConcurrentHashMap<>();
  private @Nullable WebServer server;

  @Override
  public String name() {
    return "relay, without its limits";
  }

  @Override
  public Engine engine() {
    return Unlimited.engine();
  }

  @Override
  public List<InetSocketAddress> start() throws ServletException {
    server = WebServer.of(new ForEachCluster(), port);
    return List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  @Override
  public void stop() throws ServletException {
    desks.values().forEach(RelayDesk::close);
    desks.clear();
    WebServer stopping = server;
    if (stopping != null) {
      stopping.close();
    }
  }

  @Override
  public Map<String, String> settings(String node, List<InetSocketAddress> through) {
    return Map.of(
        "primacy.engine",
        "relay",
        "primacy.relay.url",
        "http://127.0.0.1:" + through.get(0).getPort() + "/relay",
        "primacy.relay.token",
        TOKEN);
  }

  @Override
  public Map<Ability, String> cannot() {
    return Map.of(
        Ability.REPLICAS,
        "A relay is one node; others are named beside it.",
        Ability.DISK,
        "It keeps nothing.");
  }

  @Override
  public void close() throws ServletException {
    stop();
    stores.values().forEach(SharedStore::close);
  }

  private RelayDesk desk(String cluster) {
    SharedStore store = stores.computeIfAbsent(cluster, name -> new SharedStore(memory, name));
    return desks.computeIfAbsent(
        cluster,
        name ->
            new RelayDesk(
                TERMS,
                new RelayState(),
                store,
                SystemClocks.INSTANCE,
                followers -> (follower, write) -> {}));
  }

  /** A relay serves one cluster; the contract uses one for each test, and some two. */
  private final class ForEachCluster extends HttpServlet {
    private static final int BEFORE_THE_CLUSTER = 20;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      byte[] body = request.getInputStream().readAllBytes();
      if (body.length < BEFORE_THE_CLUSTER + 2) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return;
      }
      int length = ByteBuffer.wrap(body).getShort(BEFORE_THE_CLUSTER);
      String cluster = new String(body, BEFORE_THE_CLUSTER + 2, length, UTF_8);
      new RelayServlet(desk(cluster), Thread::new).service(new Read(request, body), response);
    }
  }

  private static final class Read extends HttpServletRequestWrapper {
    private final ByteArrayInputStream body;

    Read(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = new ByteArrayInputStream(body);
    }

    @Override
    public ServletInputStream getInputStream() {
      return new ServletInputStream() {
        @Override
        public int read() {
          return body.read();
        }

        @Override
        public int read(byte[] to, int from, int length) {
          return body.read(to, from, length);
        }

        @Override
        public boolean isFinished() {
          return body.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new UnsupportedOperationException("read at once");
        }
      };
    }
  }
}
