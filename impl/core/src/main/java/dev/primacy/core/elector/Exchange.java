package dev.primacy.core.elector;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of the store and is not answered yet, and what the current step has to say.
 *
 * <p>Requests are numbered in the order they are sent. A read numbered above the request that last
 * told something about a record is at least as fresh; one numbered below may be older and is
 * ignored.
 */
final class Exchange {

  /**
   * A request that was sent.
   *
   * @param number its number
   * @param request what was asked
   * @param sent both clocks before it left
   */
  record Asked(long number, Request request, ClockReading sent) {}

  private final Map<Long, Asked> open = new HashMap<>();

  /** The newest read of each record that is under way. */
  private final Map<RecordKey, Long> reads = new HashMap<>();

  /** How many writes of groups are under way. */
  private int groupWrites;

  /** The list that is under way; 0 if none is. */
  private long list;

  private List<Action> actions = new ArrayList<>();
  private ClockReading now = new ClockReading(0, 0);
  private long lastNumber;

  void begin(ClockReading reading) {
    now = reading;
    actions = new ArrayList<>();
  }

  List<Action> end() {
    return List.copyOf(actions);
  }

  ClockReading now() {
    return now;
  }

  /** The number of the newest request: a read has to be numbered above it to show what is new. */
  long lastNumber() {
    return lastNumber;
  }

  void tell(Action action) {
    actions.add(action);
  }

  long put(RecordKey key, RecordVersion expected, byte[] value) {
    groupWrites += key.kind() == RecordKind.GROUP ? 1 : 0;
    return send(new Request.Put(key, expected, value));
  }

  /**
   * Writes a node, and lists all records after it. The list is numbered right behind the write:
   * whatever is asked from now on may show more than it does.
   */
  long putAndList(RecordKey key, RecordVersion expected, byte[] value) {
    Request.Put put = new Request.Put(key, expected, value);
    long number = ask(put);
    list = ask(new Request.List());
    tell(new Action.Send(number, new Request.PutAndList(put)));
    return number;
  }

  long remove(RecordKey key, RecordVersion expected) {
    return send(new Request.Remove(key, expected));
  }

  int groupWrites() {
    return groupWrites;
  }

  /** Reads one record, unless a read that is fresh enough is under way. */
  void read(RecordKey key, long fresherThan) {
    Long newest = reads.get(key);
    if (newest == null || newest <= fresherThan) {
      reads.put(key, send(new Request.Read(key)));
    }
  }

  /** How many records are being read one by one. */
  int reading() {
    return reads.size();
  }

  /** Lists all records, unless that is under way. */
  void list() {
    if (!isListing()) {
      list = send(new Request.List());
    }
  }

  boolean isListing() {
    return list != 0;
  }

  private long send(Request request) {
    long number = ask(request);
    tell(new Action.Send(number, request));
    return number;
  }

  private long ask(Request request) {
    lastNumber++;
    open.put(lastNumber, new Asked(lastNumber, request, now));
    return lastNumber;
  }

  /** The request an answer belongs to; null if it was answered before. */
  @Nullable Asked answered(long number) {
    Asked asked = open.remove(number);
    if (asked != null && asked.request instanceof Request.Read read) {
      reads.remove(read.key(), number);
    } else if (asked != null && asked.request instanceof Request.Put put) {
      groupWrites -= put.key().kind() == RecordKind.GROUP ? 1 : 0;
    }
    list = list == number ? 0 : list;
    return asked;
  }

  int underWay() {
    return open.size();
  }
}
