package dev.primacy.messenger.jgroups;

import static dev.primacy.messenger.jgroups.Messages.LOG;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.spi.EngineContext;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings as they are meant, and what is wrong with them. */
final class Configuration {
  static final int LEAST_SECRET = 32;

  private static final int USUAL_DISTANCE = 100;
  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern ADDRESS =
      Pattern.compile("(?<host>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.%]+]):(?<port>[0-9]{1,5})");

  private final EngineContext context;
  private final List<String> problems = new ArrayList<>();
  private final List<InetSocketAddress> peers = new ArrayList<>();
  private InetSocketAddress bind = InetSocketAddress.createUnresolved("127.0.0.1", 0);
  private int failurePort;

  private Configuration(EngineContext context) {
    this.context = context;
  }

  static Configuration of(EngineContext context) {
    Configuration read = new Configuration(context);
    read.bind();
    read.failurePort();
    read.peers();
    read.secret();
    return read;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  InetSocketAddress own() {
    return bind;
  }

  int ownFailurePort() {
    return failurePort;
  }

  /** The others, as far as they are named. */
  List<InetSocketAddress> named() {
    return List.copyOf(peers);
  }

  /** Empty if there is none. */
  Optional<byte[]> key() {
    return context.setting(Settings.SECRET).map(secret -> secret.getBytes(UTF_8));
  }

  /** Whether others can reach it and nothing protects it. */
  boolean isOpen() {
    return key().isEmpty() && !(bind.getAddress() != null && bind.getAddress().isLoopbackAddress());
  }

  private void bind() {
    String value = context.setting(Settings.BIND).orElse("").strip();
    Optional<InetSocketAddress> address = address(value);
    if (address.isEmpty() || address.get().isUnresolved()) {
      problems.add(LOG.malformedAddress(Settings.BIND, value));
      return;
    }
    bind = address.get();
    if (isOpen() && !context.setting(Settings.INSECURE).equals(Optional.of("true"))) {
      problems.add(LOG.open(value));
    }
  }

  private void failurePort() {
    Optional<String> value = context.setting(Settings.FAILURE_PORT);
    failurePort = value.map(Configuration::port).orElse(bind.getPort() + USUAL_DISTANCE);
    if (failurePort <= bind.getPort() || failurePort > HIGHEST_PORT) {
      problems.add(LOG.malformedPort(value.orElse(Integer.toString(failurePort))));
    }
  }

  private void peers() {
    context.setting(Settings.PEERS).stream()
        .flatMap(all -> Arrays.stream(all.split(",")))
        .map(String::strip)
        .filter(peer -> !peer.isEmpty())
        .forEach(
            peer ->
                address(peer)
                    .ifPresentOrElse(
                        peers::add,
                        () -> problems.add(LOG.malformedAddress(Settings.PEERS, peer))));
  }

  private void secret() {
    key()
        .filter(key -> key.length < LEAST_SECRET)
        .ifPresent(key -> problems.add(LOG.shortSecret(key.length, LEAST_SECRET)));
  }

  private static Optional<InetSocketAddress> address(String text) {
    Matcher matcher = ADDRESS.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int port = port(matcher.group("port"));
    return port < 1 || port > HIGHEST_PORT
        ? Optional.empty()
        : Optional.of(new InetSocketAddress(matcher.group("host"), port));
  }

  /** Below 1 if it is none. */
  private static int port(String text) {
    return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
  }
}
