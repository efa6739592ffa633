package dev.primacy.engine.jdbc;

import static dev.primacy.engine.tck.Records.LEDGER;
import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one client of a database has seen, no other one misses after that. */
class H2ReadsTest {
  private static final int WRITES = 15_000;

  private final AtomicLong seen = new AtomicLong();
  private final CompletableFuture<Void> written = new CompletableFuture<>();
  private Path directory;

  @BeforeEach
  void make() throws Exception {
    directory = Directories.fresh();
  }

  @AfterEach
  void delete() throws Exception {
    Directories.delete(directory);
  }

  private RecordStore opened() throws Exception {
    String url = "jdbc:h2:file:" + directory.resolve("records") + ";USER=sa";
    return new JdbcEngine().open(Given.url(url));
  }

  @Test
  void no_client_reads_what_was_before_that_which_another_one_has_read() throws Exception {
    try (RecordStore writer = opened();
        RecordStore first = opened();
        RecordStore second = opened()) {
      RecordVersion version = created(writer, LEDGER, "0");
      FutureTask<Long> looking = begun(() -> look(first));
      FutureTask<Long> comparing = begun(() -> compare(second));
      try {
        for (int i = 1; i <= WRITES; i++) {
          version = stored(writer.put(LEDGER, version, bytes(Integer.toString(i))));
        }
      } finally {
        written.complete(null);
      }
      assertThat(looking.get()).as("reads").isPositive();
      assertThat(comparing.get()).as("reads of something older").isZero();
    }
  }

  private static FutureTask<Long> begun(Callable<Long> work) {
    FutureTask<Long> task = new FutureTask<>(work);
    new Thread(task).start();
    return task;
  }

  private long look(RecordStore store) throws Exception {
    long reads = 0;
    for (; !written.isDone(); reads++) {
      seen.accumulateAndGet(content(store), Math::max);
    }
    return reads;
  }

  private long compare(RecordStore store) throws Exception {
    long older = 0;
    while (!written.isDone()) {
      long least = seen.get();
      older += content(store) < least ? 1 : 0;
    }
    return older;
  }

  private static long content(RecordStore store) throws Exception {
    byte[] value = store.read(LEDGER).orElseThrow().value();
    return Long.parseLong(new String(value, StandardCharsets.UTF_8));
  }
}
