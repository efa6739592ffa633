package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import dev.primacy.spi.ArchiveException;
import dev.primacy.spi.ArchiveQuery;
import dev.primacy.spi.ArchivedEvent;
import dev.primacy.spi.EventArchive;
import dev.primacy.spi.StoreException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Events in a table beside that of the records, by one connection. */
final class JdbcArchive implements EventArchive {

  private static final int MOST_TEXT = 1_048_576;

  private final ArchiveRows rows;
  private final Lanes lanes;
  private final Lane lane;

  JdbcArchive(Configuration configuration, Source source, ThreadFactory threads) {
    EventTables tables = new EventTables(configuration.table());
    rows = new ArchiveRows(tables);
    String target = configuration.target();
    lanes =
        new Lanes(
            1,
            new Sessions(source, configuration, List.of(tables::shapeOfArchive)),
            new Health(target, product -> LOG.eventsConnected(tables.archive(), product, target)),
            () -> {},
            threads,
            configuration.requestTimeout());
    lane = lanes.lane(0);
  }

  void start() throws StoreException, InterruptedException {
    lanes.start();
  }

  @Override
  public void write(List<ArchivedEvent> events) throws ArchiveException, InterruptedException {
    List<ArchivedEvent> all = List.copyOf(events);
    for (ArchivedEvent event : all) {
      check(event);
    }
    if (!all.isEmpty()) {
      boolean unused = ask(session -> session.together(open -> rows.insert(open, all)));
    }
  }

  /** Some databases would cut it. */
  private static void check(ArchivedEvent event) throws ArchiveException {
    boolean fits =
        event.id().length() <= ArchivedEvent.MAX_ID
            && event.origin().length() <= EventTables.ORIGIN_CHARACTERS
            && event.text().length() <= MOST_TEXT;
    if (!fits) {
      String message =
          LOG.notArchived(ArchivedEvent.MAX_ID, EventTables.ORIGIN_CHARACTERS, MOST_TEXT);
      throw new ArchiveException(message, new IllegalArgumentException(message), true);
    }
  }

  @Override
  public List<ArchivedEvent> find(ArchiveQuery query)
      throws ArchiveException, InterruptedException {
    return ask(session -> rows.find(session, query));
  }

  @Override
  public int forget(Instant before, int most) throws ArchiveException, InterruptedException {
    return ask(session -> rows.forget(session, before.toEpochMilli(), most));
  }

  private <T> T ask(Task.Work<T> work) throws ArchiveException, InterruptedException {
    try {
      return lane.call(work);
    } catch (NotSent e) {
      throw new ArchiveException(String.valueOf(e.getMessage()), e, false);
    } catch (SQLException e) {
      throw new ArchiveException(LOG.archiveFailed(Failures.told(e)), e, Failures.isData(e));
    }
  }

  @Override
  public void close() {
    lanes.close();
  }
}
