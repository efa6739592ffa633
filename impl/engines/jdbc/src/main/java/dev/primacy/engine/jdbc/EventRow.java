package dev.primacy.engine.jdbc;

import dev.primacy.spi.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of the event table.
 *
 * @param id its number: those of a cluster have no gaps and become visible in their order
 * @param own whether this node published it
 * @param message empty if it is this node's own and so was not asked for, or if it is no sound one
 */
record EventRow(long id, boolean own, Optional<Message> message) {

  /** What is selected of the table {@code e}; its first parameter is this node's own publisher. */
  static final String COLUMNS =
      "e.id, e.message, e.sender, e.publisher, e.event_id,"
          + " CASE WHEN e.publisher = ? THEN NULL ELSE e.body END";

  /** What stands for no publisher: bodies of all are selected. */
  static final String NOBODY = "";

  /** The row where the result stands, its columns beginning with this one. */
  static EventRow of(ResultSet rows, int first, String own) throws SQLException {
    long id = rows.getLong(first);
    if (own.equals(rows.getString(first + 3))) {
      return new EventRow(id, true, Optional.empty());
    }
    return new EventRow(id, false, message(rows, first));
  }

  /** Whatever somebody wrote into the table, it must not stop those who read it. */
  private static Optional<Message> message(ResultSet rows, int first) throws SQLException {
    String id = rows.getString(first + 1);
    String sender = rows.getString(first + 2);
    int eventId = (int) Math.max(0, Math.min(Integer.MAX_VALUE, rows.getLong(first + 4)));
    byte[] body = rows.getBytes(first + 5);
    if (body == null || body.length > Message.MAX_BODY_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Message(id, UUID.fromString(sender), eventId, body));
    } catch (IllegalArgumentException unsound) {
      return Optional.empty();
    }
  }
}
