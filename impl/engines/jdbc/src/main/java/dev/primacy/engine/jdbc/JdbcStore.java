package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import dev.primacy.spi.StoredRecord;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The open store: one connection for the records of nodes, which are the renewals, one for those of
 * groups and one for reads, so that a row which somebody keeps locked, or a long list, delays no
 * renewal; and with PostgreSQL one that listens.
 */
final class JdbcStore implements RecordStore {

  private static final long FIRST_NANOS = Duration.ofSeconds(5).toNanos();
  private static final long CLOSE_NANOS = Duration.ofSeconds(2).toNanos();

  private final Alarms alarms;
  private final Health health;
  private final Lane nodes;
  private final Lane groups;
  private final Lane reads;
  private final Known known = new Known();
  private final RecordAudience audience;
  private final Ear ear;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile @Nullable String endpoint; // written by the thread that writes node records

  JdbcStore(Configuration configuration, Source source, ThreadFactory threads) {
    alarms = new Alarms(threads);
    audience = new RecordAudience(configuration);
    ear = new Ear(source, Channel.of(configuration), threads, audience);
    String target = configuration.target();
    health = new Health(target, product -> LOG.connected(configuration.table(), product, target));
    Workshop workshop =
        new Workshop(
            new Sessions(source, configuration),
            health,
            ear::start,
            alarms,
            threads,
            configuration.requestTimeout().toNanos());
    nodes = new Lane(workshop, this::opened);
    groups = new Lane(workshop);
    reads = new Lane(workshop);
  }

  /** The first connection tells what people have to know at deployment; it also makes the table. */
  void start() throws StoreException, InterruptedException {
    nodes.start();
    Optional<StoreException> problem = health.firstProblem(FIRST_NANOS);
    if (problem.isPresent()) {
      throw problem.get();
    }
    groups.start();
    reads.start();
  }

  /** The store is where the renewals go; the other connections follow when theirs break. */
  private void opened(Session session) {
    String before = endpoint;
    String now = session.endpoint().orElse(before);
    if (before != null && now != null && !now.equals(before)) {
      ear.follow(now);
      LOG.otherServer(now, before);
    }
    endpoint = now;
  }

  @Override
  public Optional<StoredRecord> read(RecordKey key) throws StoreException, InterruptedException {
    Names.stored(key);
    return ask(session -> session.read(key));
  }

  @Override
  public List<StoredRecord> list() throws StoreException, InterruptedException {
    return ask(session -> new Listing(known).read(session));
  }

  private <T> T ask(Task.Work<T> question) throws StoreException, InterruptedException {
    try {
      return reads.call(question);
    } catch (NotSent e) {
      throw new StoreException(String.valueOf(e.getMessage()), e);
    } catch (SQLException e) {
      throw unanswered(e);
    }
  }

  @Override
  public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    Optional<PutOutcome> refusal = Records.refusal(value);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    PutOutcome outcome = write(key, Records.write(key, expected, value));
    known.written(key, value, outcome);
    return outcome;
  }

  /**
   * With the connection of the write. What else a list takes comes by that of the reads, when the
   * write is told of: groups that changed meanwhile, and all of it where the database cannot.
   */
  @Override
  public List<StoredRecord> putAndList(
      RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> written)
      throws StoreException, InterruptedException {
    if (expected.equals(RecordVersion.ABSENT) || Records.refusal(value).isPresent()) {
      return RecordStore.super.putAndList(key, expected, value, written);
    }
    Listing listing = new Listing(known);
    PutOutcome outcome = write(key, Records.rewrite(key, expected, value, listing));
    known.written(key, value, outcome);
    written.accept(outcome);
    if (outcome instanceof PutOutcome.Stored && listing.isBegun()) {
      return listing.isComplete() ? listing.all() : ask(listing::complete);
    }
    return listAfter(outcome);
  }

  private List<StoredRecord> listAfter(PutOutcome outcome)
      throws StoreException, InterruptedException {
    if (outcome instanceof PutOutcome.Refused refused) {
      throw notListed(refused.cause());
    }
    if (outcome instanceof PutOutcome.Unknown unknown) {
      throw notListed(unknown.cause());
    }
    return list();
  }

  private static StoreException notListed(Throwable cause) {
    return new StoreException(String.valueOf(cause.getMessage()), cause);
  }

  @Override
  public PutOutcome remove(RecordKey key, RecordVersion expected) {
    return expected.equals(RecordVersion.ABSENT)
        ? new PutOutcome.Conflict()
        : write(key, Records.removal(key, expected));
  }

  private PutOutcome write(RecordKey key, Task.Work<PutOutcome> work) {
    Names.stored(key);
    Lane lane = key.kind() == RecordKind.NODE ? nodes : groups;
    try {
      return lane.call(work);
    } catch (NotSent e) {
      return new PutOutcome.Refused(new StoreException(String.valueOf(e.getMessage()), e));
    } catch (SQLException e) {
      return failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new PutOutcome.Unknown(e);
    }
  }

  private PutOutcome failed(SQLException e) {
    StoreException cause = unanswered(e);
    return Failures.isRejection(e) ? new PutOutcome.Refused(cause) : new PutOutcome.Unknown(cause);
  }

  /** A server that was demoted answers reads with what is old by now. */
  private StoreException unanswered(SQLException e) {
    if (Failures.isReadOnly(e)) {
      nodes.renew();
      groups.renew();
      reads.renew();
    }
    return new StoreException(Failures.told(e), e);
  }

  @Override
  public boolean watch(Consumer<RecordKey> hint) {
    audience.add(hint);
    return health.announces();
  }

  @Override
  public StoreStatus status() {
    return closed.get() ? new StoreStatus(StoreStatus.State.FAILED, LOG.closed()) : health.status();
  }

  @Override
  public Optional<String> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    ear.close();
    List<Lane> lanes = List.of(nodes, groups, reads);
    lanes.forEach(Lane::shut);
    try {
      long left = CLOSE_NANOS;
      for (Lane lane : lanes) {
        left = lane.awaitEnd(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      alarms.close();
    }
  }
}
