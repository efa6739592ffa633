package dev.primacy.engine.kubernetes;

import dev.primacy.spi.RecordKey;
import java.util.regex.Pattern;

/**
 * Names of Leases: {@code <cluster>.<group>}, {@code <cluster>.node.<incarnation>} and {@code
 * <cluster>.schedule.<name>}.
 *
 * <p>Kubernetes allows lower-case letters, digits, hyphens and dots, 253 characters at most. So
 * {@code x} begins a pair that stands for something else: an upper-case letter ({@code xa}), {@code
 * x} itself ({@code x0}), a dot ({@code x1}) or an underscore ({@code x2}). A dot that is left
 * separates, so the parts, and with them the kind, can be told from the name alone: no two keys
 * share a Lease. The longest cluster and group, 63 upper-case letters each, just fit.
 */
final class Names {

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
  private static final int MOST_CHARACTERS = 253;

  private Names() {}

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  static String lease(String cluster, RecordKey key) {
    String middle =
        switch (key.kind()) {
          case NODE -> ".node.";
          case GROUP -> ".";
          case SCHEDULE -> ".schedule.";
        };
    String lease = encoded(cluster) + middle + encoded(key.name());
    if (lease.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("longer than Kubernetes allows: '" + lease + "'");
    }
    return lease;
  }

  private static String encoded(String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException("not a name: '" + name + "'");
    }
    StringBuilder text = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        text.append('x').append((char) (c + 'a' - 'A'));
      } else {
        text.append(
            switch (c) {
              case 'x' -> "x0";
              case '.' -> "x1";
              case '_' -> "x2";
              default -> String.valueOf(c);
            });
      }
    }
    return text.toString();
  }
}
