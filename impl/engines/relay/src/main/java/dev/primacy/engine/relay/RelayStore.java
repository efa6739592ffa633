package dev.primacy.engine.relay;

import static dev.primacy.engine.relay.Messages.LOG;

import dev.primacy.engine.relay.Reply.Kind;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The store as the relay reads and writes it: each call is one request, carried out by the relay on
 * its own store after it arrived, so that what it shows is as fresh as there.
 */
final class RelayStore implements RecordStore {
  private final String cluster;
  private final long timeoutMillis;

  /** Unlike any other, and told to relays only: nobody else can speak for this node. */
  private final UUID follower = UUID.randomUUID();

  private final Transport transport;
  private final Health health;
  private final Route route;
  private final Exchanges exchanges;
  private final Watching watching;

  RelayStore(EngineContext context, Configuration configuration)
      throws StoreException, InterruptedException {
    cluster = context.cluster();
    Duration timeout = context.requestTimeout();
    timeoutMillis = Math.max(1, timeout.toMillis());
    // half of it, so that one that is not reachable is told from one that does not answer
    transport = new Transport(Duration.ofMillis(Math.max(1, timeoutMillis / 2)), context.threads());
    health = new Health(transport.executor());
    route = new Route(configuration.all());
    exchanges = new Exchanges(transport.client(), configuration.secret());
    watching = new Watching(context, this, exchanges, route, health);
    route.whenLeft(watching::moveOn);
  }

  RequestBody body() {
    return new RequestBody(follower, cluster);
  }

  private Reply ask(Kind kind, String operation, RequestBody body) {
    Reply reply = new Reply(route.relay(), kind, health, route);
    exchanges.send(reply.relay(), operation, body.bytes(), reply);
    return reply;
  }

  @Override
  public Optional<StoredRecord> read(RecordKey key) throws StoreException, InterruptedException {
    Reply reply = ask(Kind.RECORDS, "read", body().key(key));
    List<StoredRecord> found = records(reply);
    if (found.size() > 1 || !found.stream().allMatch(record -> record.key().equals(key))) {
      throw absurd(reply, "it shows another record than was asked for");
    }
    return found.stream().findFirst();
  }

  @Override
  public List<StoredRecord> list() throws StoreException, InterruptedException {
    return listed(ask(Kind.RECORDS, "list", body()));
  }

  private List<StoredRecord> listed(Reply reply) throws StoreException, InterruptedException {
    List<StoredRecord> found = records(reply);
    if (found.stream().anyMatch(record -> record.key().kind() == RecordKind.SCHEDULE)) {
      throw absurd(reply, "it lists what is never listed");
    }
    return found;
  }

  private StoreException absurd(Reply reply, String why) {
    String message = LOG.malformed(reply.relay().toString(), why);
    health.refused(message);
    var unused = route.leave(reply.relay());
    return new StoreException(message);
  }

  private List<StoredRecord> records(Reply reply) throws StoreException, InterruptedException {
    try {
      return reply.records.get(timeoutMillis, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (TimeoutException late) {
      StoreException failure = late(reply);
      exchanges.giveUp(reply, failure);
      throw failure;
    } catch (InterruptedException stop) {
      exchanges.giveUp(reply, new StoreException("interrupted", stop));
      throw stop;
    }
  }

  private static StoreException failure(ExecutionException e) {
    return e.getCause() instanceof StoreException known
        ? known
        : new StoreException(String.valueOf(e.getCause()), e);
  }

  private StoreException late(Reply reply) {
    return new StoreException(LOG.noAnswer(reply.relay().toString(), timeoutMillis));
  }

  @Override
  public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    if (value.length > MAX_VALUE_BYTES) {
      return tooLarge(value);
    }
    return written(ask(Kind.PUT, "put", body().key(key).version(expected).value(value)));
  }

  private static PutOutcome tooLarge(byte[] value) {
    return new PutOutcome.Refused(new StoreException(LOG.tooLarge(value.length, MAX_VALUE_BYTES)));
  }

  @Override
  public List<StoredRecord> putAndList(
      RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> told)
      throws StoreException, InterruptedException {
    if (value.length > MAX_VALUE_BYTES) {
      told.accept(tooLarge(value));
      throw new StoreException(LOG.tooLarge(value.length, MAX_VALUE_BYTES));
    }
    RequestBody body = body().key(key).version(expected).value(value);
    Reply reply = ask(Kind.PUT_AND_RECORDS, "renew", body);
    PutOutcome outcome = written(reply);
    told.accept(outcome);
    if (outcome instanceof PutOutcome.Unknown unknown) {
      throw new StoreException("not listed: " + unknown.cause().getMessage(), unknown.cause());
    }
    return listed(reply);
  }

  @Override
  public PutOutcome remove(RecordKey key, RecordVersion expected) {
    return written(ask(Kind.REMOVAL, "remove", body().key(key).version(expected)));
  }

  /** Never repeated, and unknown when in doubt. */
  private PutOutcome written(Reply reply) {
    CompletableFuture<PutOutcome> outcome = reply.written;
    try {
      return outcome.get(timeoutMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return unknown(reply, new StoreException("interrupted", stop));
    } catch (ExecutionException | TimeoutException late) {
      return unknown(reply, late(reply));
    }
  }

  private PutOutcome unknown(Reply reply, StoreException reason) {
    exchanges.giveUp(reply, reason);
    return reply.written.getNow(new PutOutcome.Unknown(reason));
  }

  @Override
  public boolean watch(Consumer<RecordKey> hint) {
    watching.add(hint);
    return true;
  }

  @Override
  public StoreStatus status() {
    return exchanges.isClosed()
        ? new StoreStatus(StoreStatus.State.UNREACHABLE, LOG.closed())
        : health.status();
  }

  @Override
  public Optional<String> endpoint() {
    return route.endpoint();
  }

  @Override
  public void close() {
    watching.close();
    exchanges.close();
    transport.close();
  }
}
