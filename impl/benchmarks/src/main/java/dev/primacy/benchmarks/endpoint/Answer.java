package dev.primacy.benchmarks.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A response as it came over the wire, without the headers that the server adds by itself.
 *
 * @param status the status
 * @param headers the headers
 * @param body the body, a character per byte
 */
record Answer(int status, Map<String, String> headers, String body) {
  private static final Set<String> OF_THE_SERVER =
      Set.of("connection", "content-length", "date", "server", "keep-alive");

  static Answer parse(byte[] response) {
    String text = new String(response, StandardCharsets.ISO_8859_1);
    int headEnd = text.indexOf("\r\n\r\n");
    List<String> lines = text.substring(0, headEnd).lines().toList();
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      if (!OF_THE_SERVER.contains(line.substring(0, colon).toLowerCase(Locale.ROOT))) {
        headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    int status = Integer.parseInt(lines.get(0).split(" ")[1]);
    return new Answer(status, headers, text.substring(headEnd + 4));
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.ISO_8859_1);
  }
}
