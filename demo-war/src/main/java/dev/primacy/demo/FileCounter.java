package dev.primacy.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.primacy.FencingToken;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One file that counts, shared by the demo's nodes on one machine: every write locks it, refuses a
 * token older than the greatest it has seen, and adds one.
 *
 * <p>A scope it has not seen closes the one before: from then on that one is refused. A resource in
 * production asks the store which scope stands; a demo's file cannot.
 */
final class FileCounter implements WriteTarget {
  private final ReentrantLock threads = new ReentrantLock(); // a file lock is for processes only
  private final Path file;

  FileCounter(Path file) {
    this.file = file.toAbsolutePath();
  }

  @Override
  public WriteOutcome write(JsonValue id, String node, Optional<FencingToken> token) {
    threads.lock();
    try {
      return locked(token);
    } catch (IOException | IllegalArgumentException e) {
      return new WriteOutcome.Broken(DemoMessages.TEXT.counterUnusable(file, e.toString()));
    } finally {
      threads.unlock();
    }
  }

  private WriteOutcome locked(Optional<FencingToken> token) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE)) {
      channel.lock(); // released with the channel
      CounterState state = CounterState.parse(read(channel));
      if (token.isPresent() && !state.accepts(token.get())) {
        return new WriteOutcome.Stale(
            DemoMessages.TEXT.staleToken(token.get().term(), state.highest()));
      }
      CounterState next = state.counted(token);
      write(channel, next.format());
      return new WriteOutcome.Stored(next.counter());
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    int more;
    do {
      more = channel.read(content);
    } while (more >= 0 && content.hasRemaining());
    return UTF_8.decode(content.flip()).toString();
  }

  /** One write from the start, then the cut: a process killed in between leaves a readable line. */
  private static void write(FileChannel channel, String line) throws IOException {
    ByteBuffer content = UTF_8.encode(line);
    int length = content.remaining();
    channel.position(0);
    while (content.hasRemaining()) {
      channel.write(content);
    }
    channel.truncate(length);
  }
}
