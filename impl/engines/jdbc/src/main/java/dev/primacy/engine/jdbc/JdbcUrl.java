package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A JDBC URL, as far as it decides what is safe. */
final class JdbcUrl {

  private static final String H2 = "jdbc:h2:";
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String MARIADB = "jdbc:mariadb:";
  private static final Duration LEAST_OPENING = Duration.ofSeconds(2);

  /** A property of H2's, which only an administrator may set. */
  static final String WRITE_DELAY = "WRITE_DELAY";

  private static final List<String> PRIVATE =
      List.of("jdbc:h2:mem:", "jdbc:hsqldb:mem:", "jdbc:derby:memory:", "jdbc:sqlite::memory:");

  private final String url;
  private final String lower;

  JdbcUrl(String url) {
    this.url = url;
    this.lower = url.toLowerCase(Locale.ROOT);
  }

  /** Without parameters and credentials, either of which may hold a password. */
  static String shown(String url) {
    return url.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//");
  }

  /** With the shortest of request timeouts no connection would ever be opened. */
  static Duration opening(Duration requestTimeout) {
    return requestTimeout.compareTo(LEAST_OPENING) < 0 ? LEAST_OPENING : requestTimeout;
  }

  /** Whether it is a list of servers. Of drivers this may be null. */
  static boolean namesSeveral(@Nullable String url) {
    if (url == null) {
      return false;
    }
    int start = url.indexOf("//");
    return start >= 0 && url.substring(start + 2).split("[/?;]", 2)[0].contains(",");
  }

  boolean isOne() {
    return lower.matches("jdbc:[a-z0-9]+:.+");
  }

  /** Whether each JVM would have a database of its own. */
  boolean isPrivate() {
    return PRIVATE.stream().anyMatch(lower::startsWith)
        || (lower.equals("jdbc:sqlite:") || lower.contains("mode=memory"));
  }

  boolean isPostgreSql() {
    return lower.startsWith(POSTGRESQL);
  }

  List<String> problems() {
    List<String> problems = new ArrayList<>();
    parameter("write_delay")
        .filter(delay -> isH2() && !delay.equals("0"))
        .ifPresent(delay -> problems.add(LOG.writeDelayInUrl(delay)));
    parameter("transactionreplay")
        .filter("true"::equals)
        .ifPresent(repeats -> problems.add(LOG.replayInUrl()));
    return problems;
  }

  /** What the driver is told besides, unless the URL says it already. */
  Map<String, String> properties(Duration requestTimeout, String nodeName) {
    Map<String, String> wanted = new TreeMap<>();
    long opening = opening(requestTimeout).toMillis();
    String millis = Long.toString(opening);
    String seconds = Long.toString((opening + 999) / 1000);
    if (isH2()) {
      wanted.putAll(h2(millis));
    } else if (isPostgreSql()) {
      wanted.put("connectTimeout", seconds);
      wanted.put("loginTimeout", seconds);
      wanted.put("socketTimeout", seconds);
      wanted.put("tcpKeepAlive", "true");
      wanted.put("ApplicationName", "primacy " + nodeName);
    } else if (lower.startsWith(MARIADB)) {
      wanted.put("connectTimeout", millis);
      wanted.put("socketTimeout", millis);
    }
    wanted.keySet().removeIf(key -> parameter(key).isPresent());
    return wanted;
  }

  private Map<String, String> h2(String millis) {
    Map<String, String> wanted = new TreeMap<>();
    // for the sessions that the driver opens behind our back, when it connects anew
    wanted.put(WRITE_DELAY, "0");
    boolean autoServer = parameter("auto_server").filter("true"::equals).isPresent();
    if (isRemote() || autoServer) {
      wanted.put("NETWORK_TIMEOUT", millis);
    } else {
      // its own exit would overtake the release of our roles; H2 does not allow it with AUTO_SERVER
      wanted.put("DB_CLOSE_ON_EXIT", "FALSE");
    }
    return wanted;
  }

  private boolean isH2() {
    return lower.startsWith(H2);
  }

  private boolean isRemote() {
    return lower.startsWith("jdbc:h2:tcp:") || lower.startsWith("jdbc:h2:ssl:");
  }

  /** In lower case; both forms, {@code ;KEY=value} and {@code ?key=value&key=value}. */
  private Optional<String> parameter(String key) {
    for (String part : url.split("[;?&]")) {
      int equals = part.indexOf('=');
      if (equals > 0 && part.substring(0, equals).strip().equalsIgnoreCase(key)) {
        return Optional.of(part.substring(equals + 1).strip().toLowerCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }
}
