package dev.primacy.engine.jdbc;

import dev.primacy.spi.ArchivedEvent;
import dev.primacy.spi.Message;
import java.util.List;

/**
 * The tables of events, beside that of the records and named after it.
 *
 * @param records that one's name
 */
record EventTables(String records) {

  /** The longest ending. */
  static final int SUFFIX_CHARACTERS = "_event_consumer".length();

  static final int UUID_CHARACTERS = 36;
  static final int QUEUE_CHARACTERS = 255;
  static final int ORIGIN_CHARACTERS = 255;

  private static final String CLUSTER = Layout.CLUSTER;

  /** One row for each event. */
  String event() {
    return records + "_event";
  }

  /**
   * One row for each cluster: the number of its latest event, and up to which they were removed.
   */
  String mark() {
    return records + "_event_mark";
  }

  /** One row for each queue: up to which event nodes have taken their shares. */
  String queue() {
    return records + "_event_queue";
  }

  /** One row for each node that handles a share of a queue. */
  String consumer() {
    return records + "_event_consumer";
  }

  /** One row for each event of a durable queue that a node has taken and not yet handled. */
  String claim() {
    return records + "_event_claim";
  }

  /** One row for each event that is kept for good. */
  String archive() {
    return records + "_event_archive";
  }

  List<TableShape.Named> ofMessenger() {
    return List.of(
        this::shapeOfEvent,
        this::shapeOfMark,
        this::shapeOfQueue,
        this::shapeOfConsumer,
        this::shapeOfClaim);
  }

  TableShape shapeOfEvent(Dialect dialect) {
    return TableShape.named(event())
        .exact(CLUSTER, Names.MOST_CHARACTERS)
        .number("id")
        .exact("message", EventLog.ID_CHARACTERS)
        .exact("sender", UUID_CHARACTERS)
        .exact("publisher", UUID_CHARACTERS)
        .number("event_id")
        .number("at_millis")
        .bytes("body", Message.MAX_BODY_BYTES)
        .key(dialect, CLUSTER, "id");
  }

  TableShape shapeOfMark(Dialect dialect) {
    return TableShape.named(mark())
        .exact(CLUSTER, Names.MOST_CHARACTERS)
        .number("last_id")
        .number("removed_id")
        .number("at_millis")
        .key(dialect, CLUSTER);
  }

  TableShape shapeOfQueue(Dialect dialect) {
    return TableShape.named(queue())
        .exact(CLUSTER, Names.MOST_CHARACTERS)
        .exact("queue_name", QUEUE_CHARACTERS)
        .number("is_durable")
        .number("taken_id")
        .key(dialect, CLUSTER, "queue_name");
  }

  TableShape shapeOfConsumer(Dialect dialect) {
    return TableShape.named(consumer())
        .exact(CLUSTER, Names.MOST_CHARACTERS)
        .exact("queue_name", QUEUE_CHARACTERS)
        .exact("consumer", UUID_CHARACTERS)
        .number("until_millis")
        .key(dialect, CLUSTER, "queue_name", "consumer");
  }

  TableShape shapeOfClaim(Dialect dialect) {
    return TableShape.named(claim())
        .exact(CLUSTER, Names.MOST_CHARACTERS)
        .exact("queue_name", QUEUE_CHARACTERS)
        .number("id")
        .exact("consumer", UUID_CHARACTERS)
        .number("until_millis")
        .key(dialect, CLUSTER, "queue_name", "id");
  }

  TableShape shapeOfArchive(Dialect dialect) {
    return TableShape.named(archive())
        .exact(CLUSTER, Names.MOST_CHARACTERS)
        .exact("id", ArchivedEvent.MAX_ID)
        .number("event_id")
        .exact("origin", ORIGIN_CHARACTERS)
        .number("at_millis")
        .longText("content")
        .indexed("_at", CLUSTER, "at_millis")
        .key(dialect, CLUSTER, "id");
  }
}
