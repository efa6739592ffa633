package dev.primacy.benchmarks.endpoint;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One kept-alive connection that does no more than a client must: the processor is shared with the
 * server, and what the client costs hides what the guard costs.
 */
final class Wire implements Closeable {
  private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LENGTH = "\r\ncontent-length:".getBytes(StandardCharsets.US_ASCII);

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[16_384];

  Wire(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  static byte[] get(String path) {
    String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n\r\n";
    return request.getBytes(StandardCharsets.US_ASCII);
  }

  void send(byte[] request) throws IOException {
    out.write(request);
  }

  /** Reads one response to its end. */
  int receiveStatus() throws IOException {
    receive();
    return (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + (buffer[11] - '0');
  }

  /** Reads one response and hands it out whole. */
  byte[] receive(byte[] request) throws IOException {
    send(request);
    return Arrays.copyOf(buffer, receive());
  }

  private int receive() throws IOException {
    int filled = 0;
    int bodyStart = -1;
    while (bodyStart < 0) {
      filled += more(filled);
      bodyStart = Bytes.after(buffer, filled, HEAD_END);
    }
    int total = bodyStart + contentLength(bodyStart);
    while (filled < total) {
      filled += more(filled);
    }
    return total;
  }

  private int more(int filled) throws IOException {
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read <= 0) {
      throw new EOFException("the server closed the connection, or answered at too great a length");
    }
    return read;
  }

  private int contentLength(int headEnd) throws IOException {
    int at = Bytes.after(buffer, headEnd, LENGTH);
    if (at < 0) {
      throw new IOException("a response without a length: " + text(headEnd));
    }
    int length = 0;
    for (int i = buffer[at] == ' ' ? at + 1 : at; buffer[i] != '\r'; i++) {
      length = length * 10 + (buffer[i] - '0');
    }
    return length;
  }

  private String text(int length) {
    return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
