package dev.primacy.admin;

import jakarta.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A whole answer.
 *
 * @param status the status
 * @param type the media type
 * @param headers further headers
 * @param body the text; for HEAD it is not sent
 */
record Answer(int status, String type, Map<String, String> headers, String body)
    implements Outcome {
  static final String JSON = "application/json";
  static final String PROBLEM = "application/problem+json";
  private static final String HTML = "text/html;charset=utf-8";
  private static final String TEXT = "text/plain;charset=utf-8";

  Answer {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  static Answer json(int status, JsonObject document) {
    return new Answer(status, JSON, Map.of(), document + "\n");
  }

  static Answer html(String page) {
    // it loads nothing and runs nothing, whatever a node calls itself
    String policy =
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    return new Answer(200, HTML, Map.of("Content-Security-Policy", policy), page);
  }

  static Answer text(int status, String text) {
    return new Answer(status, TEXT, Map.of(), text);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, type, more, body);
  }
}
