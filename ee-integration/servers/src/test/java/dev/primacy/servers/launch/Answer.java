package dev.primacy.servers.launch;

import java.net.http.HttpResponse;

/**
 * What a node answered.
 *
 * @param status of the response
 * @param type of its content; empty if it has none
 * @param body of the response
 * @param response for its headers
 */
public record Answer(int status, String type, String body, HttpResponse<String> response) {

  static Answer of(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body(),
        response);
  }

  /** The first header of this name; empty if there is none. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
