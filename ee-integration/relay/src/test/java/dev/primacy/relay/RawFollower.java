package dev.primacy.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** Sends a relay whatever a test wants, byte by byte. */
final class RawFollower {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  final UUID id = UUID.randomUUID();
  private final String relay;
  String token = RelayService.TOKEN;
  String cluster = "test";
  String type = "application/vnd.primacy.relay";
  int version = 1;

  RawFollower(String relay) {
    this.relay = relay;
  }

  HttpResponse<byte[]> put(RecordKey key, String expected, byte[] value) throws Exception {
    return post("put", body(out -> putBody(out, key, expected, value)));
  }

  static void putBody(DataOutputStream out, RecordKey key, String expected, byte[] value)
      throws IOException {
    key(out, key);
    out.writeUTF(expected);
    out.writeInt(value.length);
    out.write(value);
  }

  HttpResponse<byte[]> remove(RecordKey key, String expected) throws Exception {
    return post(
        "remove",
        body(
            out -> {
              key(out, key);
              out.writeUTF(expected);
            }));
  }

  HttpResponse<byte[]> read(RecordKey key) throws Exception {
    return post("read", body(out -> key(out, key)));
  }

  HttpResponse<byte[]> list() throws Exception {
    return post("list", body(out -> {}));
  }

  private static void key(DataOutputStream out, RecordKey key) throws IOException {
    out.writeByte(key.kind() == RecordKind.NODE ? 'N' : key.kind() == RecordKind.GROUP ? 'G' : 'S');
    out.writeUTF(key.name());
  }

  /** Fills a request. */
  interface Content {
    void writeTo(DataOutputStream out) throws IOException;
  }

  byte[] body(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write("PRY".getBytes(UTF_8));
      out.writeByte(version);
      out.writeLong(id.getMostSignificantBits());
      out.writeLong(id.getLeastSignificantBits());
      out.writeUTF(cluster);
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  HttpResponse<byte[]> post(String operation, byte[] body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(relay + "/" + operation))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body));
    if (!token.isEmpty()) {
      request.header("Authorization", token.contains(" ") ? token : "Bearer " + token);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), UTF_8);
  }
}
