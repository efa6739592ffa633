package dev.primacy.admin;

import java.util.Map;
import java.util.Optional;

/**
 * What is asked, in terms of no server.
 *
 * @param method in capitals
 * @param base the base path as the client sees it, the application's own before it
 * @param path below the base path, without a slash at its beginning
 * @param query the first value of each parameter
 * @param headers the first value of each, by name in small letters
 * @param body as text; empty for none
 * @param caller who asks
 */
record Request(
    String method,
    String base,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body,
    Caller caller) {
  /** Longer bodies are refused before they are read. */
  static final int LARGEST_BODY = 16 * 1024;

  Request {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  /** HTTP's own rule: what may be read may be asked for without its body. */
  String effectiveMethod() {
    return method.equals("HEAD") ? "GET" : method;
  }

  /** Without what may be secret. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
