package dev.primacy.engine.jdbc;

import static dev.primacy.engine.tck.Records.LEDGER;
import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.group;
import static dev.primacy.engine.tck.Records.stored;
import static dev.primacy.engine.tck.Records.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.engine.tck.Wire;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** H2's driver sends a statement again when it has lost the reply to it. */
class H2ReconnectTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final ExecutorService caller = Executors.newSingleThreadExecutor();

  private H2ServerService server;
  private Wire wire;
  private RecordStore far;
  private RecordStore near;

  @BeforeEach
  void start() throws Exception {
    server = new H2ServerService(";AUTO_RECONNECT=TRUE");
    List<InetSocketAddress> addresses = server.start();
    wire = Wire.to(addresses);
    near = open(addresses.get(0));
    far = open(wire.addresses().get(0));
  }

  private RecordStore open(InetSocketAddress address) throws Exception {
    return new JdbcEngine()
        .open(
            Given.url(server.url(address))
                .with(Settings.USER, "sa")
                .withRequestTimeout(Duration.ofSeconds(10)));
  }

  @AfterEach
  void stop() throws Exception {
    caller.shutdownNow();
    wire.heal();
    far.close();
    near.close();
    wire.close();
    server.close();
  }

  /** Writes over the wire, and cuts it when the write was executed and its reply is lost. */
  private PutOutcome lose(Callable<PutOutcome> write, Callable<Boolean> executed, Runnable then)
      throws Exception {
    prepareStatements();
    wire.dropReplies();
    Future<PutOutcome> outcome = caller.submit(write);
    await().atMost(LONG).until(executed);
    then.run();
    wire.heal();
    return outcome.get(15, TimeUnit.SECONDS);
  }

  /** Else it is the reply to the preparation that is lost. */
  private void prepareStatements() {
    RecordKey warm = group("warm");
    RecordVersion version = stored(far.put(warm, created(far, warm, "1"), bytes("2")));
    stored(far.remove(warm, version));
  }

  private boolean shows(RecordKey key, String value) throws Exception {
    return near.read(key).filter(record -> text(record).equals(value)).isPresent();
  }

  @Test
  void an_update_that_was_sent_twice_happened_once() throws Exception {
    RecordVersion version = created(far, LEDGER, "1");
    PutOutcome outcome =
        lose(() -> far.put(LEDGER, version, bytes("2")), () -> shows(LEDGER, "2"), () -> {});
    assertThat(stored(outcome)).isEqualTo(near.read(LEDGER).orElseThrow().version());
  }

  @Test
  void a_creation_that_was_sent_twice_happened_once() throws Exception {
    PutOutcome outcome =
        lose(
            () -> far.put(LEDGER, RecordVersion.ABSENT, bytes("1")),
            () -> shows(LEDGER, "1"),
            () -> {});
    assertThat(stored(outcome)).isEqualTo(near.read(LEDGER).orElseThrow().version());
  }

  @Test
  void a_write_that_was_sent_twice_and_overwritten_in_between_is_unknown() throws Exception {
    RecordVersion version = created(far, LEDGER, "1");
    PutOutcome outcome =
        lose(
            () -> far.put(LEDGER, version, bytes("2")),
            () -> shows(LEDGER, "2"),
            () -> overwrite("3"));
    assertThat(outcome).isInstanceOf(PutOutcome.Unknown.class);
    assertThat(shows(LEDGER, "3")).isTrue();
  }

  private void overwrite(String value) {
    try {
      stored(near.put(LEDGER, near.read(LEDGER).orElseThrow().version(), bytes(value)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_removal_that_was_sent_twice_is_unknown() throws Exception {
    RecordVersion version = created(far, LEDGER, "1");
    PutOutcome outcome =
        lose(() -> far.remove(LEDGER, version), () -> near.read(LEDGER).isEmpty(), () -> {});
    assertThat(outcome).isInstanceOf(PutOutcome.Unknown.class);
  }
}
