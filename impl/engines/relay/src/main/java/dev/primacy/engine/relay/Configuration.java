package dev.primacy.engine.relay;

import static dev.primacy.engine.relay.Messages.LOG;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.spi.EngineContext;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is configured, checked. */
final class Configuration {
  static final int LEAST_TOKEN = 32;
  private static final String RETRIES = "jdk.httpclient.enableAllMethodRetry";

  /** RFC 6750. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]*=*");

  /** So that nothing is looked up: numbers and brackets, or the name every machine has. */
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[[0-9A-Fa-f:.]+]");

  private final EngineContext context;
  private final List<String> problems = new ArrayList<>();
  private final List<URI> relays = new ArrayList<>();
  private boolean plain;

  private Configuration(EngineContext context) {
    this.context = context;
  }

  static Configuration of(EngineContext context) {
    Configuration read = new Configuration(context);
    read.relays();
    read.token();
    if (System.getProperty(RETRIES) != null) {
      read.problems.add(LOG.retries());
    }
    return read;
  }

  /** Each a numbered message. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  List<URI> all() {
    return List.copyOf(relays);
  }

  /** Whether the token goes over a network in plain text. */
  boolean isPlain() {
    return plain;
  }

  String secret() {
    return context.setting(Settings.TOKEN).orElse("");
  }

  private void relays() {
    List<String> addresses =
        context.setting(Settings.URL).stream()
            .flatMap(all -> Arrays.stream(all.split(",")))
            .map(String::strip)
            .filter(address -> !address.isEmpty())
            .toList();
    if (addresses.isEmpty()) {
      problems.add(LOG.noUrl());
    }
    addresses.forEach(this::relay);
  }

  private void relay(String address) {
    Optional<URI> parsed = parsed(address);
    if (parsed.isEmpty()) {
      problems.add(LOG.malformedUrl(address));
      return;
    }
    URI relay = parsed.get();
    boolean open = !"https".equalsIgnoreCase(relay.getScheme()) && !isLoopback(relay.getHost());
    if (open && !context.setting(Settings.INSECURE).equals(Optional.of("true"))) {
      problems.add(LOG.plainText(address));
    }
    plain |= open;
    relays.add(relay);
  }

  private static Optional<URI> parsed(String address) {
    try {
      URI uri = new URI(address.endsWith("/") ? address : address + "/");
      String scheme = String.valueOf(uri.getScheme());
      boolean http = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
      boolean bare =
          uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
      return http && bare && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isLoopback(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return LITERAL.matcher(host).matches() && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException malformed) {
      return false;
    }
  }

  private void token() {
    int length = secret().getBytes(UTF_8).length;
    if (length < LEAST_TOKEN) {
      problems.add(LOG.shortToken(length, LEAST_TOKEN));
    } else if (!TOKEN.matcher(secret()).matches()) {
      problems.add(LOG.malformedToken());
    }
  }
}
