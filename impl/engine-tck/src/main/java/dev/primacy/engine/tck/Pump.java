package dev.primacy.engine.tck;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One direction of a connection. What arrives is read at once, so that it is not lost when its
 * sender closes, and written when the gate lets it through.
 */
final class Pump {
  private static final byte[] END = new byte[0];
  private static final int CHUNK = 16_384;

  /** Says, as late as it likes, whether a piece goes through or is lost. */
  @FunctionalInterface
  interface Passage {
    boolean opens() throws InterruptedException;
  }

  private final Socket from;
  private final Socket to;
  private final Passage passage;
  private final Runnable ended;
  private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
  private final Thread reader;
  private final Thread writer;
  private volatile boolean inputOver;
  private volatile boolean stopped;

  Pump(Socket from, Socket to, Passage passage, Runnable ended) {
    this.from = from;
    this.to = to;
    this.passage = passage;
    this.ended = ended;
    reader = Threads.of("wire-in", this::read);
    writer = Threads.of("wire-out", this::write);
  }

  void start() {
    reader.start();
    writer.start();
  }

  void stop() {
    stopped = true;
    writer.interrupt();
  }

  boolean isInputOver() {
    return inputOver;
  }

  private void read() {
    byte[] buffer = new byte[CHUNK];
    try {
      int length = from.getInputStream().read(buffer);
      while (length >= 0) {
        waiting.add(Arrays.copyOf(buffer, length));
        length = from.getInputStream().read(buffer);
      }
    } catch (IOException reset) {
      // the end, all the same
      inputOver = true;
    } finally {
      inputOver = true;
      waiting.add(END);
    }
  }

  private void write() {
    boolean open = true;
    try {
      byte[] next = waiting.take();
      while (next != END && !stopped) {
        open = passage.opens() && open && written(next);
        next = waiting.take();
      }
      if (!stopped && passage.opens()) {
        to.shutdownOutput();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (IOException gone) {
      open = false;
    } finally {
      ended.run();
    }
  }

  /** Whoever is gone reads no more, but the other side may still be talking. */
  private boolean written(byte[] piece) {
    try {
      to.getOutputStream().write(piece);
      return true;
    } catch (IOException gone) {
      return false;
    }
  }
}
