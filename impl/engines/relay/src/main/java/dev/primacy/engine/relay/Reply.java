package dev.primacy.engine.relay;

import static dev.primacy.engine.relay.Messages.LOG;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The answer to anything but a stream: what became of a write, then records, then an end. */
final class Reply implements Answer {

  /** What is asked for. */
  enum Kind {
    RECORDS,
    PUT,
    PUT_AND_RECORDS,
    REMOVAL
  }

  final CompletableFuture<PutOutcome> written = new CompletableFuture<>();
  final CompletableFuture<List<StoredRecord>> records = new CompletableFuture<>();

  private final URI relay;
  private final Kind kind;
  private final Health health;
  private final Route route;

  // the client's threads', one after the other
  private final Map<RecordKey, StoredRecord> found = new LinkedHashMap<>();

  Reply(URI relay, Kind kind, Health health, Route route) {
    this.relay = relay;
    this.kind = kind;
    this.health = health;
    this.route = route;
  }

  URI relay() {
    return relay;
  }

  @Override
  public void frame(char type, ByteBuffer payload) throws Malformed {
    switch (type) {
      case 'S' -> outcome(stored(payload));
      case 'C' -> outcome(new PutOutcome.Conflict());
      case 'X' -> outcome(new PutOutcome.Refused(storeAway(payload)));
      case 'U' -> outcome(new PutOutcome.Unknown(storeAway(payload)));
      case 'R' -> record(Frames.record(payload));
      case 'F' -> failed(storeAway(payload));
      case 'E' -> end();
      default -> throw new Malformed("a part of it is of no kind");
    }
  }

  private StoreException storeAway(ByteBuffer payload) {
    return new StoreException(LOG.storeAway(relay.toString(), Frames.reason(payload)));
  }

  private PutOutcome stored(ByteBuffer payload) throws Malformed {
    RecordVersion version = Frames.version(payload);
    boolean gone = version.equals(RecordVersion.ABSENT);
    Frames.check(gone == (kind == Kind.REMOVAL), "a write has no version");
    return new PutOutcome.Stored(version);
  }

  private void outcome(PutOutcome outcome) throws Malformed {
    Frames.check(kind != Kind.RECORDS, "nothing was written");
    Frames.check(!written.isDone(), "a write is answered twice");
    answered();
    written.complete(outcome);
  }

  private void record(StoredRecord record) throws Malformed {
    boolean asked = kind == Kind.RECORDS || (kind == Kind.PUT_AND_RECORDS && written.isDone());
    Frames.check(asked, "nobody asked for records");
    Frames.check(found.put(record.key(), record) == null, "a record is there twice");
  }

  private void failed(StoreException why) throws Malformed {
    Frames.check(kind == Kind.RECORDS || written.isDone(), "a write is not answered");
    health.refused(String.valueOf(why.getMessage()));
    var unused = route.leave(relay);
    records.completeExceptionally(why);
  }

  private void end() throws Malformed {
    Frames.check(kind == Kind.RECORDS || written.isDone(), "a write is not answered");
    if (!records.isDone()) {
      answered(); // first, so that whoever has the answer finds the relay well
      records.complete(List.copyOf(found.values()));
    }
  }

  private void answered() {
    route.answered(relay);
    health.answered(relay);
  }

  @Override
  public void refused(StoreException reason, boolean elsewhere) {
    if (elsewhere) {
      var unused = route.leave(relay);
    }
    health.refused(String.valueOf(reason.getMessage()));
    written.complete(new PutOutcome.Refused(reason));
    records.completeExceptionally(reason);
  }

  @Override
  public void broken(Throwable reason) {
    boolean outcomeDue = kind != Kind.RECORDS && !written.isDone();
    if (records.isDone() && !outcomeDue) {
      return;
    }
    var unused = route.leave(relay);
    health.lost(String.valueOf(reason.getMessage()));
    written.complete(new PutOutcome.Unknown(reason));
    records.completeExceptionally(reason);
  }
}
