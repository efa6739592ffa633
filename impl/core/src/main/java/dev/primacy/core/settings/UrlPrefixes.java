package dev.primacy.core.settings;

import dev.primacy.core.CoreMessages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Addresses that calls may be sent to. What a node says about itself is no reason to send anybody
 * there: it comes out of a store that others may write to.
 *
 * @param all absolute http or https addresses without user information
 * @since 0.1
 */
public record UrlPrefixes(List<URI> all) {
  static final SettingRow.Bounds BOUNDS = new Bounds();

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** Copies the list. */
  public UrlPrefixes {
    all = List.copyOf(all);
  }

  /**
   * Reads a list that was checked.
   *
   * @param text addresses separated by commas; may be empty
   * @return the addresses
   */
  public static UrlPrefixes of(String text) {
    return new UrlPrefixes(entries(text).stream().map(URI::create).toList());
  }

  private static List<String> entries(String text) {
    return SettingText.list(text).stream().filter(entry -> !entry.isEmpty()).toList();
  }

  /**
   * Whether there is none.
   *
   * @return true if nothing is permitted
   */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * Whether calls may be sent to an address.
   *
   * @param url what a node says about itself
   * @return true if it has scheme, host and port of one of these, a path that begins with its path,
   *     and nothing else
   */
  public boolean permit(URI url) {
    return isPlain(url) && all.stream().anyMatch(prefix -> begins(url, prefix));
  }

  private static boolean begins(URI url, URI prefix) {
    return lower(url.getScheme()).equals(lower(prefix.getScheme()))
        && lower(url.getHost()).equals(lower(prefix.getHost()))
        && port(url) == port(prefix)
        && (path(url) + '/').startsWith(path(prefix) + '/');
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static int port(URI url) {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return lower(url.getScheme()).equals("https") ? HTTPS : HTTP;
  }

  /** Without a slash at its end. */
  private static String path(URI url) {
    String path = url.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** An address that says where it leads: dots in a path, or user information, may mislead. */
  private static boolean isPlain(URI url) {
    return url.getScheme() != null
        && (lower(url.getScheme()).equals("http") || lower(url.getScheme()).equals("https"))
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null
        && url.normalize().equals(url)
        && !lower(url.getRawPath()).contains("%2e");
  }

  private static boolean isPlain(String entry) {
    try {
      return isPlain(new URI(entry));
    } catch (URISyntaxException notOne) {
      return false;
    }
  }

  private static final class Bounds implements SettingRow.Bounds {
    @Override
    public Optional<String> problem(String key, String value) {
      return entries(value).stream()
          .filter(entry -> !isPlain(entry))
          .findFirst()
          .map(entry -> CoreMessages.MESSAGES.badUrlPrefix(key, entry));
    }

    @Override
    public String text() {
      return "http or https addresses without user information";
    }
  }
}
