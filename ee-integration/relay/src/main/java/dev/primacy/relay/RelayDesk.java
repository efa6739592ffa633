package dev.primacy.relay;

import static dev.primacy.relay.RelayMessages.LOG;

import dev.primacy.core.gate.Clocks;
import dev.primacy.core.runtime.RelaySource;
import dev.primacy.core.runtime.RelayState;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers followers, whatever carries their requests. Nothing is kept: what a follower reads is
 * read from the store for it, after it asked. Safe on any thread.
 */
final class RelayDesk {
  private static final int CONFLICT = 409;
  private static final int UNAVAILABLE = 503;

  /** Times the keep-alive, which is a third of the follower's lease. */
  private static final int PATIENCE = 4;

  private final Door door;
  private final RelaySource source;
  private final Followers followers;
  private final WriteRule rule;
  private volatile boolean closed;

  /** What carries an answer; until it is begun the request can be refused instead. */
  @FunctionalInterface
  interface Reply {
    AnswerWriter begin() throws IOException;
  }

  RelayDesk(RelayTerms terms, RelayState state, RelaySource source, Clocks clocks) {
    this(terms, state, source, clocks, followers -> new OwnRecordRule(source, followers));
  }

  /**
   * Makes a desk.
   *
   * @param rule judges writes
   */
  RelayDesk(
      RelayTerms terms,
      RelayState state,
      RelaySource source,
      Clocks clocks,
      Function<Followers, WriteRule> rule) {
    this.door = new Door(terms, state, source);
    this.source = source;
    this.followers = new Followers(terms.followers(), terms.rate(), clocks);
    this.rule = rule.apply(followers);
  }

  /**
   * Reads a request, unless its caller may not ask.
   *
   * @param operation the last part of its path
   * @throws Refused with the reason
   */
  Question admit(Caller caller, String operation, InputStream body) throws Refused, IOException {
    door.pass(caller);
    Question question = Format.read(operation, body);
    if (!question.cluster().equals(source.cluster())) {
      throw new Refused(
          CONFLICT, LOG.otherCluster(Format.shown(question.cluster()), source.cluster()));
    }
    if (closed) {
      throw new Refused(UNAVAILABLE, LOG.stopping());
    }
    followers.enter(question.follower());
    return question;
  }

  /**
   * Answers anything but a {@link Question.Watch}.
   *
   * @throws Refused if nothing was done and nothing answered
   */
  void answer(Question question, Reply reply) throws Refused, IOException, InterruptedException {
    try {
      answer(question.follower(), question.asked(), reply);
    } catch (StoreException unanswered) {
      throw new Refused(
          UNAVAILABLE, LOG.noAnswer(Format.shown(String.valueOf(unanswered.getMessage()))));
    }
  }

  private void answer(UUID follower, Question.Asked asked, Reply reply)
      throws Refused, StoreException, IOException, InterruptedException {
    RecordStore store = source.store();
    if (asked instanceof Question.Read read) {
      records(store.read(read.key()).stream().toList(), reply.begin());
    } else if (asked instanceof Question.ListAll) {
      records(store.list(), reply.begin());
    } else {
      rule.check(follower, asked);
      write(asked, store, reply);
    }
  }

  private static void records(List<StoredRecord> records, AnswerWriter out) throws IOException {
    for (StoredRecord record : records) {
      out.record(record);
    }
    out.end();
  }

  private static void write(Question.Asked asked, RecordStore store, Reply reply)
      throws IOException, InterruptedException {
    if (asked instanceof Question.Remove remove) {
      tell(store.remove(remove.key(), remove.expected()), reply.begin());
    } else if (asked instanceof Question.Put put && put.listing()) {
      renew(put, store, reply);
    } else if (asked instanceof Question.Put put) {
      tell(store.put(put.key(), put.expected(), put.value()), reply.begin());
    }
  }

  private static void tell(PutOutcome outcome, AnswerWriter out) throws IOException {
    out.outcome(outcome);
    out.end();
  }

  /** What became of the write is told before the list is there. */
  private static void renew(Question.Put put, RecordStore store, Reply reply)
      throws IOException, InterruptedException {
    Telling telling = new Telling(reply);
    List<StoredRecord> listed;
    try {
      listed = store.putAndList(put.key(), put.expected(), put.value(), telling::written);
    } catch (StoreException unlisted) {
      AnswerWriter out = telling.out();
      out.failed(unlisted);
      out.end();
      return;
    }
    records(listed, telling.out());
  }

  /** The store's thread must not suffer from a follower that is gone. */
  private static final class Telling {
    private final Reply reply;
    private @Nullable AnswerWriter out;
    private @Nullable IOException failure;

    Telling(Reply reply) {
      this.reply = reply;
    }

    void written(PutOutcome outcome) {
      try {
        out = reply.begin();
        out.outcome(outcome);
        out.flush();
      } catch (IOException gone) {
        failure = gone;
      }
    }

    AnswerWriter out() throws IOException {
      if (failure != null) {
        throw failure;
      }
      AnswerWriter begun = out;
      return begun == null ? reply.begin() : begun;
    }
  }

  /**
   * Writes hints until the follower is gone, this node is no relay any more, or it stops. One that
   * renews nothing all the while is gone, too, though what stands in between may hide it.
   */
  void stream(Question question, Question.Watch watch, Reply reply)
      throws IOException, InterruptedException {
    UUID follower = question.follower();
    Duration patience = HintStream.bounded(watch.keepAlive()).multipliedBy(PATIENCE);
    HintStream stream =
        new HintStream(
            watch.keepAlive(),
            () -> !closed && door.isOpen() && followers.askedWithin(patience, follower));
    followers.hears(follower, stream);
    RelaySource.Registration registration = source.watch(stream::hint);
    try {
      stream.pump(reply.begin());
    } finally {
      registration.close();
      followers.hearsNoMore(follower, stream);
    }
  }

  void close() {
    closed = true;
    followers.close();
  }
}
