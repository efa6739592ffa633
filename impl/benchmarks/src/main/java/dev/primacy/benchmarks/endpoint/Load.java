package dev.primacy.benchmarks.endpoint;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One client thread on several connections: a request on each of them, then an answer on each. */
final class Load implements Closeable {
  private final List<Wire> wires = new ArrayList<>();
  private final Map<Kind, byte[]> requests = new EnumMap<>(Kind.class);

  Load(int port, int connections) throws IOException {
    for (int i = 0; i < connections; i++) {
      wires.add(new Wire(port));
    }
    for (Kind kind : Kind.values()) {
      requests.put(kind, Wire.get(kind.path()));
    }
  }

  /**
   * A slot of one kind.
   *
   * @return how many nanoseconds a request took, all connections together
   */
  double slot(Kind kind, int sweeps) throws IOException {
    byte[] request = requireNonNull(requests.get(kind));
    long start = System.nanoTime();
    for (int i = 0; i < sweeps; i++) {
      sweep(kind, request);
    }
    return (System.nanoTime() - start) / (double) (sweeps * wires.size());
  }

  private void sweep(Kind kind, byte[] request) throws IOException {
    for (Wire wire : wires) {
      wire.send(request);
    }
    for (Wire wire : wires) {
      int status = wire.receiveStatus();
      if (status != kind.status()) {
        throw new IOException(kind + " was answered with " + status);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Wire wire : wires) {
      wire.close();
    }
  }
}
