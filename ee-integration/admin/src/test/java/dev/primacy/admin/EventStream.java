package dev.primacy.admin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A listener on a plain socket, which reads when it is asked to and not before. */
final class EventStream implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader lines;
  final String status;
  final List<String> headers = new ArrayList<>();
  final List<String> rest = new ArrayList<>();

  private EventStream(Socket socket) throws IOException {
    this.socket = socket;
    this.lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1024);
    this.status = line();
    for (String line = line(); !line.isEmpty(); line = line()) {
      headers.add(line);
    }
  }

  static EventStream open(URI uri, String... headers) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096); // before it connects, so that a slow listener is slow soon
    socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
    socket.connect(new java.net.InetSocketAddress(uri.getHost(), uri.getPort()));
    StringBuilder request = new StringBuilder("GET " + uri.getRawPath() + " HTTP/1.1\r\n");
    request.append("Host: ").append(uri.getAuthority()).append("\r\n");
    for (int i = 0; i < headers.length; i += 2) {
      request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
    }
    request.append("\r\n");
    socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
    return new EventStream(socket);
  }

  private String line() throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new java.io.EOFException("the stream is over");
    }
    return line;
  }

  /** The next event's lines, without the chunks' lengths; a comment is one of its own. */
  List<String> next() throws IOException {
    List<String> event = new ArrayList<>();
    while (true) {
      String line = line();
      if (line.matches("[0-9a-fA-F]+") || (line.isEmpty() && event.isEmpty())) {
        continue;
      }
      if (line.isEmpty()) {
        return event;
      }
      event.add(line);
    }
  }

  /** Reads up to the chunk that says that no other follows. */
  void drain() throws IOException {
    for (String line = line(); !line.equals("0"); line = line()) {
      rest.add(line);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
