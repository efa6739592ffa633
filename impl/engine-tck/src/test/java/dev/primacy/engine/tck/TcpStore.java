package dev.primacy.engine.tck;

import dev.primacy.spi.EngineContext;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import dev.primacy.spi.StoredRecord;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A connection for each request, made by a thread of the engine, so that callers can let go. */
final class TcpStore implements RecordStore {
  /** What the fault leaves open stays referenced, or the garbage collector would close it. */
  private static final Queue<Socket> LEFT = new ConcurrentLinkedQueue<>();

  /** In place of a version, expected and written. */
  static final long CONFLICT = -1;

  static final long ANY = -2;
  static final long NO_ROOM = -3;

  private final InetSocketAddress server;
  private final String cluster;
  private final long timeoutMillis;
  private final TcpFault fault;
  private final ExecutorService threads;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;
  private volatile boolean broken;

  TcpStore(InetSocketAddress server, EngineContext context, TcpFault fault) {
    this.server = server;
    this.cluster = context.cluster();
    this.timeoutMillis = context.requestTimeout().toMillis();
    this.fault = fault;
    this.threads = Executors.newCachedThreadPool(context.threads());
  }

  /** A request and its answer. */
  @FunctionalInterface
  private interface Exchange<T> {
    T over(DataOutputStream out, DataInputStream in) throws IOException;
  }

  /** Nothing was sent. */
  private static final class NotConnected extends IOException {
    private static final long serialVersionUID = 1L;

    NotConnected(Throwable cause) {
      super(cause);
    }
  }

  private <T> T ask(Exchange<T> exchange) throws IOException, InterruptedException {
    Future<T> answer;
    try {
      answer = threads.submit(() -> exchange(exchange));
    } catch (RejectedExecutionException e) {
      throw new NotConnected(e);
    }
    try {
      boolean bounded = fault != TcpFault.WAITS_FOR_EVER;
      return answer.get(bounded ? timeoutMillis : 8_000, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e);
    } catch (TimeoutException e) {
      throw new IOException(e);
    } finally {
      answer.cancel(true);
    }
  }

  private <T> T exchange(Exchange<T> exchange) throws IOException {
    Socket socket = new Socket();
    open.add(socket);
    try {
      connect(socket);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      T answer = exchange.over(out, new DataInputStream(socket.getInputStream()));
      broken = false;
      return answer;
    } finally {
      open.remove(socket);
      if (fault == TcpFault.LEAVES_A_SOCKET) {
        LEFT.add(socket);
      } else {
        socket.close();
      }
    }
  }

  private void connect(Socket socket) throws IOException {
    try {
      if (closed || (broken && fault == TcpFault.STAYS_AWAY)) {
        throw new IOException("closed");
      }
      socket.connect(server, (int) timeoutMillis);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(fault == TcpFault.WAITS_FOR_EVER ? 8_000 : (int) timeoutMillis);
    } catch (IOException e) {
      broken = true;
      throw new NotConnected(e);
    }
  }

  private String name(RecordKey key) {
    return cluster + "/" + key.kind() + "/" + key.name();
  }

  @Override
  public Optional<StoredRecord> read(RecordKey key) throws StoreException, InterruptedException {
    return records(TcpServer.READ, name(key)).stream().findFirst();
  }

  @Override
  public List<StoredRecord> list() throws StoreException, InterruptedException {
    return records(TcpServer.LIST, cluster + "/").stream()
        .filter(record -> record.key().kind() != RecordKind.SCHEDULE)
        .toList();
  }

  private List<StoredRecord> records(byte request, String name)
      throws StoreException, InterruptedException {
    try {
      return ask(
          (out, in) -> {
            out.writeByte(request);
            out.writeUTF(name);
            return found(in);
          });
    } catch (IOException e) {
      broken = true;
      throw new StoreException("no answer", e);
    }
  }

  private List<StoredRecord> found(DataInputStream in) throws IOException {
    List<StoredRecord> found = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String[] parts = in.readUTF().split("/");
      RecordKey key = new RecordKey(RecordKind.valueOf(parts[1]), parts[2]);
      RecordVersion version = new RecordVersion(Long.toString(in.readLong()));
      byte[] value = in.readNBytes(in.readInt());
      found.add(new StoredRecord(key, version, Arrays.copyOfRange(value, 1, value.length)));
    }
    return found;
  }

  @Override
  public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    if (value.length > MAX_VALUE_BYTES) {
      return new PutOutcome.Refused(new StoreException("too large"));
    }
    byte[] marked = new byte[value.length + 1];
    System.arraycopy(value, 0, marked, 1, value.length);
    return write(key, expected, marked);
  }

  @Override
  public PutOutcome remove(RecordKey key, RecordVersion expected) {
    return write(key, expected, new byte[0]);
  }

  private PutOutcome write(RecordKey key, RecordVersion expected, byte[] value) {
    String version = expected.value();
    if (!version.matches("[0-9]{0,18}")) {
      return new PutOutcome.Conflict();
    }
    long number = version.isEmpty() ? 0 : Long.parseLong(version);
    try {
      return outcome(sendAsDriversDo(key, number, value), value.length == 0);
    } catch (NotConnected e) {
      return new PutOutcome.Refused(e);
    } catch (IOException e) {
      broken = true;
      return inDoubt(key, value, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new PutOutcome.Unknown(e);
    }
  }

  private long sendAsDriversDo(RecordKey key, long expected, byte[] value)
      throws IOException, InterruptedException {
    try {
      return send(key, expected, value);
    } catch (EOFException | SocketException broken) {
      if (fault != TcpFault.REPEATS_AFTER_A_BREAK) {
        throw broken;
      }
      return send(key, expected, value);
    }
  }

  private long send(RecordKey key, long expected, byte[] value)
      throws IOException, InterruptedException {
    return ask(
        (out, in) -> {
          out.writeByte(TcpServer.WRITE);
          out.writeUTF(name(key));
          out.writeLong(expected);
          out.writeInt(value.length);
          out.write(value);
          return in.readLong();
        });
  }

  private PutOutcome inDoubt(RecordKey key, byte[] value, IOException cause) {
    if (fault == TcpFault.REPEATS_WRITES) {
      threads.execute(
          () -> {
            try {
              for (int i = 0; i < 20; i++) {
                Waiting.aMoment();
                Waiting.aMoment();
              }
              exchange(
                  (out, in) -> {
                    out.writeByte(TcpServer.WRITE);
                    out.writeUTF(name(key));
                    out.writeLong(ANY);
                    out.writeInt(value.length);
                    out.write(value);
                    return in.readLong();
                  });
            } catch (IOException | InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }
    return fault == TcpFault.TELLS_REFUSED_WHEN_IN_DOUBT
        ? new PutOutcome.Refused(cause)
        : new PutOutcome.Unknown(cause);
  }

  private static PutOutcome outcome(long result, boolean removal) {
    if (result == NO_ROOM) {
      return new PutOutcome.Refused(new StoreException("no room"));
    }
    if (result == CONFLICT) {
      return new PutOutcome.Conflict();
    }
    return new PutOutcome.Stored(
        removal ? RecordVersion.ABSENT : new RecordVersion(Long.toString(result)));
  }

  @Override
  public StoreStatus status() {
    return new StoreStatus(broken ? StoreStatus.State.UNREACHABLE : StoreStatus.State.HEALTHY, "");
  }

  @Override
  public void close() {
    closed = true;
    threads.shutdownNow();
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
