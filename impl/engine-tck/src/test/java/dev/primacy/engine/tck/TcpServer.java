package dev.primacy.engine.tck;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Answers one request after the other on each connection; its registers outlive a stop. */
final class TcpServer {
  static final byte READ = 'r';
  static final byte LIST = 'l';
  static final byte WRITE = 'w';

  /** One register; without a value it is not there. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Register(long version, byte[] value) {}

  private final Object lock = new Object();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  // guarded by lock
  private final TreeMap<String, Register> registers = new TreeMap<>();
  private long counter;
  private ServerSocket door;
  private final Deque<Runnable> unwritten = new ArrayDeque<>();
  private TcpFault fault = TcpFault.NONE;
  private boolean full;

  InetSocketAddress start(TcpFault planted) throws IOException {
    synchronized (lock) {
      fault = planted;
      unwritten.forEach(Runnable::run);
      unwritten.clear();
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      ServerSocket mine = door;
      Threads.start("registers", () -> serve(mine));
      return new InetSocketAddress(mine.getInetAddress(), mine.getLocalPort());
    }
  }

  void stop() throws IOException {
    synchronized (lock) {
      door.close();
    }
    for (Socket connection : connections) {
      connection.close();
    }
  }

  /** Whether there is room for what is written from now on. */
  void setFull(boolean noRoom) {
    synchronized (lock) {
      full = noRoom;
    }
  }

  private void serve(ServerSocket mine) {
    while (!mine.isClosed()) {
      try {
        Socket client = mine.accept();
        client.setTcpNoDelay(true);
        connections.add(client);
        Threads.start("served", () -> answer(client));
      } catch (IOException stopped) {
        // the loop ends
      }
    }
  }

  private void answer(Socket client) {
    try (client;
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(client.getOutputStream())) {
      while (true) {
        byte request = in.readByte();
        String name = in.readUTF();
        switch (request) {
          case READ -> list(name, name + '\0', out);
          case LIST -> list(name, name + '\uffff', out);
          default -> out.writeLong(write(name, in.readLong(), in.readNBytes(in.readInt())));
        }
        out.flush();
      }
    } catch (IOException gone) {
      connections.remove(client);
    }
  }

  private void list(String from, String to, DataOutputStream out) throws IOException {
    Map<String, Register> found;
    synchronized (lock) {
      found = new TreeMap<>(registers.subMap(from, to));
    }
    out.writeInt(found.size());
    for (Map.Entry<String, Register> entry : found.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeLong(entry.getValue().version());
      out.writeInt(entry.getValue().value().length);
      out.write(entry.getValue().value());
    }
  }

  /** The first byte of a value says whether there is one. The new version, or why there is none. */
  private long write(String name, long expected, byte[] value) {
    synchronized (lock) {
      Register found = registers.get(name);
      if (expected != TcpStore.ANY && (found == null ? 0 : found.version()) != expected) {
        return TcpStore.CONFLICT;
      }
      counter++;
      boolean confirmed = !full || isForgetting();
      if (confirmed || fault == TcpFault.WRITES_WHAT_IT_REFUSED) {
        Register next = value.length == 0 ? null : new Register(counter, value);
        set(name, next);
        noteUnwritten(() -> set(name, found));
      }
      return confirmed ? counter : TcpStore.NO_ROOM;
    }
  }

  /** Every second time, so that it can be seen that there is no room. */
  private boolean isForgetting() {
    return fault == TcpFault.FORGETS_WHAT_IT_HAD_NO_ROOM_FOR && counter % 2 == 0;
  }

  /** What a restart undoes, the latest first. */
  private void noteUnwritten(Runnable undo) {
    if (fault == TcpFault.LOSES_THE_LAST_WRITE) {
      unwritten.clear();
      unwritten.push(undo);
    } else if (full && isForgetting()) {
      unwritten.push(undo);
    }
  }

  private void set(String name, Register register) {
    if (register == null) {
      registers.remove(name);
    } else {
      registers.put(name, register);
    }
  }
}
