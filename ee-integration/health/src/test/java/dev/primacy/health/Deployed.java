package dev.primacy.health;

import com.sun.net.httpserver.HttpServer;
import dev.primacy.Membership;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** An application in a container of its own, and its health over HTTP. */
final class Deployed implements AutoCloseable {
  final SeContainer container;
  private final SmallRyeHealthReporter reporter;
  private final HttpServer server;

  /** With these settings, as {@code key=value}. */
  Deployed(String... settings) throws IOException {
    Map<String, String> pairs = new HashMap<>();
    for (String setting : settings) {
      String[] pair = setting.split("=", 2);
      pairs.put(pair[0], pair[1]);
    }
    pairs.forEach(System::setProperty);
    try {
      // it remembers which settings there were
      ConfigProviderResolver.instance().releaseConfig(ConfigProvider.getConfig());
      container = SeContainerInitializer.newInstance().initialize();
      reporter = container.select(SmallRyeHealthReporter.class).get();
      reporter.getHealth();
    } finally {
      pairs.keySet().forEach(System::clearProperty);
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve("/health/live", SmallRyeHealthReporter::getLiveness);
    serve("/health/ready", SmallRyeHealthReporter::getReadiness);
    serve("/health/started", SmallRyeHealthReporter::getStartup);
    server.start();
  }

  private void serve(String path, Function<SmallRyeHealthReporter, SmallRyeHealth> what) {
    server.createContext(
        path,
        exchange -> {
          SmallRyeHealth health = what.apply(reporter);
          byte[] body = health.getPayload().toString().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(health.isDown() ? 503 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  int status(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  Membership membership() {
    return container.select(Membership.class).get();
  }

  JsonObject live() {
    return check(reporter.getLiveness());
  }

  JsonObject ready() {
    return check(reporter.getReadiness());
  }

  JsonObject started() {
    return check(reporter.getStartup());
  }

  static boolean isUp(JsonObject check) {
    return check.getString("status").equals("UP");
  }

  /** Ours, which is the only one. */
  private static JsonObject check(SmallRyeHealth health) {
    return health.getPayload().getJsonArray("checks").stream()
        .map(JsonValue::asJsonObject)
        .filter(check -> check.getString("name").startsWith("primacy-"))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    server.stop(0);
    container.close();
  }
}
