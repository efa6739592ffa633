package dev.primacy.admin;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.security.idm.Account;
import io.undertow.security.idm.Credential;
import io.undertow.security.idm.IdentityManager;
import io.undertow.security.idm.PasswordCredential;
import io.undertow.server.HttpHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.LoginConfig;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import org.jspecify.annotations.Nullable;

/** Administration behind real HTTP on loopback, with fakes behind it. */
final class Site implements AutoCloseable {
  static final String TOKEN = "operators-token-0123456789-abcdefghij";
  static final String BEARER = "Bearer " + TOKEN;
  static final String FROM = "X-Test-From";
  static final String SCHEME = "X-Test-Scheme";

  final FakeRuntime runtime;
  final FakeControl control;
  final ManualClocks clocks = new ManualClocks();
  final MBeanServer mbeans = MBeanServerFactory.newMBeanServer();
  final Administration administration;
  private final Undertow server;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private Site(Map<String, String> settings, Duration heartbeat) throws Exception {
    runtime = new FakeRuntime(settings);
    control = runtime.control;
    administration =
        new Administration(
            AdminSettings.of(runtime.settings().values()),
            new Administration.Surroundings(
                "test",
                runtime,
                () -> List.of(new GuardLine("Ledger.post", "orders", List.of("filter"))),
                Site::daemon,
                clocks,
                mbeans,
                heartbeat));
    administration.start();
    server =
        Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(from(deployed())).build();
    server.start();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "streams");
    thread.setDaemon(true);
    return thread;
  }

  /** Everything on, and a token. */
  static Site open(String... more) throws Exception {
    return open(Duration.ofMinutes(10), more);
  }

  static Site open(Duration heartbeat, String... more) throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("primacy.admin.enabled", "true");
    settings.put("primacy.admin.read", "true");
    settings.put("primacy.admin.token", TOKEN);
    settings.put("primacy.probes", "true");
    settings.putAll(of(more));
    return new Site(settings, heartbeat);
  }

  /** Nothing on but what is said. */
  static Site bare(String... settings) throws Exception {
    return new Site(of(settings), Duration.ofMinutes(10));
  }

  static Map<String, String> of(String... pairs) {
    Map<String, String> settings = new HashMap<>();
    Arrays.stream(pairs)
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> settings.put(pair[0], pair[1]));
    return settings;
  }

  private HttpHandler deployed() throws Exception {
    String role = administration.settings().role();
    AdminServlet servlet = new AdminServlet(administration.front(), administration.streams(), role);
    DeploymentInfo info =
        Servlets.deployment()
            .setClassLoader(Site.class.getClassLoader())
            .setDeploymentName("site")
            .setContextPath("/app")
            .setLoginConfig(new LoginConfig("BASIC", "site"))
            .setIdentityManager(new Users())
            .addServlet(
                Servlets.servlet(
                        "admin", AdminServlet.class, new ImmediateInstanceFactory<>(servlet))
                    .setAsyncSupported(true)
                    .addMapping("/primacy/*"));
    DeploymentManager manager = Servlets.newContainer().addDeployment(info);
    manager.deploy();
    return Handlers.path().addPrefixPath("/app", manager.start());
  }

  /** Has a request come from elsewhere, or over TLS, if it says so. */
  private static HttpHandler from(HttpHandler next) {
    return exchange -> {
      String address = exchange.getRequestHeaders().getFirst(FROM);
      if (address != null) {
        exchange.setSourceAddress(new InetSocketAddress(address, 4711));
      }
      String scheme = exchange.getRequestHeaders().getFirst(SCHEME);
      if (scheme != null) {
        exchange.setRequestScheme(scheme);
      }
      next.handleRequest(exchange);
    };
  }

  URI uri(String path) {
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return URI.create("http://127.0.0.1:" + address.getPort() + "/app/primacy" + path);
  }

  /** An operator's request with a body, meant for the version that stands. */
  HttpResponse<String> command(String method, String path, String body) throws Exception {
    return send(method, path, body, "If-Match", current("orders"));
  }

  String current(String group) {
    return Versions.tag("v/" + control.group(group).version.get());
  }

  /** An operator's request with a body. */
  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    return plain(method, path, body, with(headers, "Authorization", BEARER));
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return plain("GET", path, null, with(headers, "Authorization", BEARER));
  }

  /** Anybody's request. */
  HttpResponse<String> plain(String method, String path, @Nullable String body, String... headers)
      throws Exception {
    HttpRequest.BodyPublisher sent =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30)).method(method, sent);
    if (body != null && !Arrays.asList(headers).contains("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String[] with(String[] headers, String name, String value) {
    if (Arrays.asList(headers).contains(name)) {
      return headers;
    }
    String[] more = Arrays.copyOf(headers, headers.length + 2);
    more[headers.length] = name;
    more[headers.length + 1] = value;
    return more;
  }

  /** The stream of events, opened. */
  EventStream listen(String... headers) throws IOException, InterruptedException {
    return listenAt("/cluster/events", headers);
  }

  EventStream listenAt(String path, String... headers) throws IOException, InterruptedException {
    return EventStream.open(uri(path), with(headers, "Authorization", BEARER));
  }

  static JsonObject json(HttpResponse<String> response) {
    try (JsonReader reader = Json.PROVIDER.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }

  static String basic(String user) {
    byte[] pair = (user + ":secret").getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Override
  public void close() {
    administration.close();
    server.stop();
  }

  /** Two who can log in: an operator, and one who is none. */
  private static final class Users implements IdentityManager {
    @Override
    public Account verify(Account account) {
      return account;
    }

    @Override
    public @Nullable Account verify(String id, Credential credential) {
      boolean known =
          credential instanceof PasswordCredential password
              && new String(password.getPassword()).equals("secret");
      return known ? new User(id) : null;
    }

    @Override
    public @Nullable Account verify(Credential credential) {
      return null;
    }
  }

  private record User(String name) implements Account {
    private static final long serialVersionUID = 1L;

    @Override
    public Principal getPrincipal() {
      return () -> name;
    }

    @Override
    public Set<String> getRoles() {
      return name.equals("ann") ? Set.of("primacy-operator") : Set.of("reader");
    }
  }
}
