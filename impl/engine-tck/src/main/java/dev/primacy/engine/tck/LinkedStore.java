package dev.primacy.engine.tck;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A node's store behind its link. */
final class LinkedStore extends DelegatingStore {
  private final Link link;

  LinkedStore(RecordStore store, Link link) {
    super(store);
    this.link = link;
  }

  /** A question to the store. */
  @FunctionalInterface
  private interface Question<T> {
    T ask() throws StoreException, InterruptedException;
  }

  private <T> T read(Question<T> question) throws StoreException, InterruptedException {
    Link.Pauses pauses = link.next();
    pauses.beforeSending();
    link.requireLife();
    T answer = question.ask();
    pauses.afterReply();
    link.requireLife();
    return answer;
  }

  @Override
  public Optional<StoredRecord> read(RecordKey key) throws StoreException, InterruptedException {
    return read(() -> super.read(key));
  }

  @Override
  public List<StoredRecord> list() throws StoreException, InterruptedException {
    return read(() -> super.list());
  }

  private PutOutcome write(Supplier<PutOutcome> write) {
    Link.Pauses pauses = link.next();
    pauses.beforeSending();
    // a process that was paused goes on to send: what interrupted it meanwhile was a simulation's
    boolean interrupted = Thread.interrupted();
    try {
      link.requireLife();
      if (link.keepsBack(write)) {
        return Link.lost();
      }
      PutOutcome outcome = write.get();
      pauses.afterReply();
      link.requireLife();
      return outcome;
    } catch (StoreException gone) {
      return Link.lost();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    byte[] copy = value.clone();
    return write(() -> super.put(key, expected, copy));
  }

  @Override
  public List<StoredRecord> putAndList(
      RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> written)
      throws StoreException, InterruptedException {
    byte[] copy = value.clone();
    Link.Pauses pauses = link.next();
    pauses.beforeSending();
    // as with a write
    boolean interrupted = Thread.interrupted();
    try {
      if (!link.isAlive() || link.keepsBack(() -> super.put(key, expected, copy))) {
        written.accept(Link.lost());
        throw new StoreException("no reply");
      }
      List<StoredRecord> found = super.putAndList(key, expected, copy, heard(pauses, written));
      link.requireLife();
      return found;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Consumer<PutOutcome> heard(Link.Pauses pauses, Consumer<PutOutcome> written) {
    return outcome -> {
      pauses.afterReply();
      written.accept(link.isAlive() ? outcome : Link.lost());
    };
  }

  @Override
  public PutOutcome remove(RecordKey key, RecordVersion expected) {
    return write(() -> super.remove(key, expected));
  }

  @Override
  public boolean watch(Consumer<RecordKey> hint) {
    return super.watch(
        key -> {
          try {
            link.requireLife();
            hint.accept(key);
          } catch (StoreException gone) {
            // a dead node hears nothing
          }
        });
  }
}
