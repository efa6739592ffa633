package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Principal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a servlet's request into ours. */
final class ServletRequests {
  private static final List<String> READ =
      List.of("accept", "authorization", "content-type", "if-match", "last-event-id");
  private static final List<String> FORWARDED = List.of("forwarded", "x-forwarded-for", "via");

  private ServletRequests() {}

  /**
   * Reads it.
   *
   * @param asked the request
   * @param role the operators'
   * @throws Problem 413 if its body is too long
   * @throws IOException if whoever asked is gone
   */
  static Request read(HttpServletRequest asked, String role) throws IOException {
    String path = Optional.ofNullable(asked.getPathInfo()).orElse("/");
    return new Request(
        asked.getMethod(),
        asked.getContextPath() + asked.getServletPath(),
        path.substring(1),
        query(asked),
        headers(asked),
        body(asked),
        caller(asked, role));
  }

  /** Of the address alone: a body is no place for parameters. */
  private static Map<String, String> query(HttpServletRequest asked) {
    return Optional.ofNullable(asked.getQueryString())
        .map(QueryString::read)
        .orElse(Collections.emptyMap());
  }

  private static Map<String, String> headers(HttpServletRequest asked) {
    Map<String, String> headers = new HashMap<>();
    for (String name : READ) {
      String value = asked.getHeader(name);
      if (value != null) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
      }
    }
    return headers;
  }

  private static String body(HttpServletRequest asked) throws IOException {
    if (asked.getMethod().equals("GET") || asked.getMethod().equals("HEAD")) {
      return "";
    }
    byte[] body = asked.getInputStream().readNBytes(Request.LARGEST_BODY + 1);
    if (body.length > Request.LARGEST_BODY) {
      throw Problem.of(413, TEXT.tooLong(Request.LARGEST_BODY));
    }
    return new String(body, UTF_8);
  }

  private static Caller caller(HttpServletRequest asked, String role) {
    return new Caller(
        asked.isSecure(),
        isLocal(asked),
        Optional.ofNullable(asked.getUserPrincipal()).map(Principal::getName),
        asked.isUserInRole(role));
  }

  /** Whoever is behind a proxy on this machine is somewhere else. */
  private static boolean isLocal(HttpServletRequest asked) {
    return isLoopback(asked.getRemoteAddr())
        && FORWARDED.stream().allMatch(name -> asked.getHeader(name) == null);
  }

  private static boolean isLoopback(String address) {
    try {
      // an address, never a name: no look-up
      return address.matches("[0-9A-Fa-f.:%]+")
          && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException none) {
      return false;
    }
  }
}
