package dev.primacy.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.primacy.core.schedule.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A cron expression in a time zone. */
final class CronTimetable implements Timetable {
  private static final int UNIX_FIELDS = 5;

  private final ExecutionTime times;
  private final ZoneId zone;

  private CronTimetable(ExecutionTime times, ZoneId zone) {
    this.times = times;
    this.zone = zone;
  }

  /** Five fields are Unix's, with minutes first; more are Quartz's, with seconds first. */
  static CronTimetable of(String expression, ZoneId zone) {
    int fields = expression.trim().split("\\s+").length;
    CronType type = fields == UNIX_FIELDS ? CronType.UNIX : CronType.QUARTZ;
    CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(type));
    return new CronTimetable(ExecutionTime.forCron(parser.parse(expression)), zone);
  }

  @Override
  public Optional<Instant> next(Instant after) {
    Instant from = after;
    Optional<Instant> next = nextFrom(from);
    while (next.isPresent() && !next.get().isAfter(after)) {
      // so that nobody waits for an instant again and again, whatever the library makes of a zone
      from = from.plusSeconds(1);
      next = nextFrom(from);
    }
    return next;
  }

  private Optional<Instant> nextFrom(Instant from) {
    return times
        .nextExecution(ZonedDateTime.ofInstant(from, zone))
        .map(found -> found.toInstant().truncatedTo(ChronoUnit.MILLIS));
  }
}
