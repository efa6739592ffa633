package dev.primacy.demo;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A web origin. The names of the loopback host are one and the same here, since whoever opens
 * {@code localhost} means the node on {@code 127.0.0.1}.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case
 * @param port never absent: the scheme's own unless given
 */
record Origin(String scheme, String host, int port) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", LOOPBACK, "[::1]", "::1");

  /** The origin of an address; empty if it has none. */
  static Optional<Origin> of(URI uri) {
    String scheme = uri.getScheme();
    String host = uri.getHost();
    if (host == null || !("http".equals(scheme) || "https".equals(scheme))) {
      return Optional.empty();
    }
    String name = host.toLowerCase(Locale.ROOT);
    int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(scheme) ? 443 : 80;
    return Optional.of(new Origin(scheme, LOOPBACK_NAMES.contains(name) ? LOOPBACK : name, port));
  }

  /** The origin in a header; empty if it is none, as {@code null} is none. */
  static Optional<Origin> parse(String header) {
    try {
      URI uri = new URI(header);
      boolean bare = uri.getRawUserInfo() == null && "".equals(uri.getRawPath());
      return bare ? of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  boolean isLoopback() {
    return host.equals(LOOPBACK);
  }

  @Override
  public String toString() {
    return scheme + "://" + host + ":" + port;
  }
}
