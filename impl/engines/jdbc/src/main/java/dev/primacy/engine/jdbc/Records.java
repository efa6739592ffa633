package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** What one write is, and what its outcome means. On the thread that has the connection. */
final class Records {

  private Records() {}

  /** Drawn anew for each write, so that no version comes twice, not even after a removal. */
  static RecordVersion draw() {
    return new RecordVersion(UUID.randomUUID().toString().replace("-", ""));
  }

  static Task.Work<PutOutcome> write(RecordKey key, RecordVersion expected, byte[] value) {
    RecordVersion next = draw();
    return expected.equals(RecordVersion.ABSENT)
        ? session -> create(session, key, next, value)
        : session -> decide(session, key, next, session.update(key, expected, next, value));
  }

  /** Writes what is there, and takes all records along if the database can do that at once. */
  static Task.Work<PutOutcome> rewrite(
      RecordKey key, RecordVersion expected, byte[] value, Listing listing) {
    RecordVersion next = draw();
    return session ->
        session.updatesAndSelects()
            ? take(session, key, expected, next, value, listing)
            : decide(session, key, next, session.update(key, expected, next, value));
  }

  private static PutOutcome take(
      Session session,
      RecordKey key,
      RecordVersion expected,
      RecordVersion next,
      byte[] value,
      Listing listing)
      throws SQLException {
    boolean changed;
    try (ResultSet rows = session.updateAndSelect(key, expected, next, value)) {
      changed = listing.take(rows);
    }
    if (changed) {
      listing.show(new StoredRecord(key, next, value.clone()));
    }
    return decide(session, key, next, changed ? 1 : 0);
  }

  static Task.Work<PutOutcome> removal(RecordKey key, RecordVersion expected) {
    return session -> decide(session, key, RecordVersion.ABSENT, session.delete(key, expected));
  }

  private static PutOutcome create(Session session, RecordKey key, RecordVersion next, byte[] value)
      throws SQLException {
    try {
      return decide(session, key, next, session.insert(key, next, value));
    } catch (SQLException e) {
      if (!Failures.isConstraint(e)) {
        throw e;
      }
      return inQuestion(session, key, next, Failures.text(e));
    }
  }

  /** Nothing matched: the version is another one, unless the driver sent the statement twice. */
  private static PutOutcome decide(Session session, RecordKey key, RecordVersion next, int rows)
      throws SQLException {
    if (rows == 1) {
      return new PutOutcome.Stored(next);
    }
    try {
      return session.isUnbroken() ? new PutOutcome.Conflict() : twice(session, key, next);
    } catch (SQLException e) {
      throw doubtful(e);
    }
  }

  /** A constraint was hit. It was the key if there is a record; else nobody knows what happened. */
  private static PutOutcome inQuestion(
      Session session, RecordKey key, RecordVersion next, String reason) throws SQLException {
    try {
      if (!session.isUnbroken()) {
        return twice(session, key, next);
      }
      Optional<RecordVersion> found = session.version(key);
      if (found.isEmpty()) {
        return unknown(LOG.noDuplicate(reason));
      }
      // some drivers repeat on their own; then it is ours
      return found.get().equals(next) ? new PutOutcome.Stored(next) : new PutOutcome.Conflict();
    } catch (SQLException e) {
      throw doubtful(e);
    }
  }

  private static PutOutcome twice(Session session, RecordKey key, RecordVersion next)
      throws SQLException {
    Optional<RecordVersion> found = session.version(key);
    if (found.isPresent() && found.get().equals(next)) {
      return new PutOutcome.Stored(next);
    }
    // the connection is another one than the one that was looked at: let it be replaced
    throw new SQLException(LOG.sentTwice());
  }

  /** Without an SQL state: what it says was said of the question, not of the write. */
  private static SQLException doubtful(SQLException e) {
    return new SQLException(LOG.sentTwice(), e);
  }

  private static PutOutcome unknown(String why) {
    return new PutOutcome.Unknown(new StoreException(why));
  }

  /** Larger values are nobody's business but the caller's. */
  static Optional<PutOutcome> refusal(byte[] value) {
    return value.length <= RecordStore.MAX_VALUE_BYTES
        ? Optional.empty()
        : Optional.of(
            new PutOutcome.Refused(
                new StoreException(LOG.tooLarge(value.length, RecordStore.MAX_VALUE_BYTES))));
  }
}
