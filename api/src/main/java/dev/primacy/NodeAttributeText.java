package dev.primacy;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * What attributes look like as text, and what is said of those that look otherwise.
 *
 * @since 0.1
 */
final class NodeAttributeText {
  /**
   * IPv4 with four numbers, or anything with a colon: {@code InetAddress} looks nothing up then.
   */
  private static final String NUMERIC = "\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*";

  private static final int LONGEST_SHOWN = 64;

  private NodeAttributeText() {}

  static Boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  static InetAddress address(String text) {
    if (!text.matches(NUMERIC)) {
      throw new IllegalArgumentException("no address in numbers");
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException malformed) {
      throw new IllegalArgumentException("no address in numbers", malformed);
    }
  }

  static String notOfType(NodeId node, String name, String type, String text) {
    return ("Attribute '%s' of node %s is no %s: '%s'. Have that node publish it with the same"
            + " NodeAttribute, or read it as text.")
        .formatted(name, node, type, shown(text));
  }

  static String notReadable(String name, String type, String text) {
    return "Attribute '%s' cannot be published as '%s': that cannot be read again as %s."
        .formatted(name, shown(text), type);
  }

  /** Other nodes write what they like; it ends up in logs. */
  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_SHOWN)
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                shown.append("\\u%04x".formatted(c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return text.length() > LONGEST_SHOWN ? shown + "…" : shown.toString();
  }
}
