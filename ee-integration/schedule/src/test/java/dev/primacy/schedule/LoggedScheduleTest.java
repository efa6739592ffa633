package dev.primacy.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.Firing;
import dev.primacy.MissedFirings;
import dev.primacy.core.schedule.EveryTimetable;
import dev.primacy.core.schedule.SchedulePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What does not go well is told with a number, the schedule and the time. */
class LoggedScheduleTest {
  private static final Logger LOGGER = Logger.getLogger("dev.primacy.schedule");
  private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private final LoggedSchedule log =
      new LoggedSchedule(
          new SchedulePlan(
              "nightly", "ledger", new EveryTimetable(Duration.ofDays(1)), MissedFirings.SKIP));
  private final Firing firing = new Firing("nightly", "ledger", AT, Optional.empty(), false);

  @BeforeEach
  void listen() {
    LOGGER.addHandler(handler);
  }

  @AfterEach
  void stop() {
    LOGGER.removeHandler(handler);
  }

  @Test
  void each_with_its_number() {
    log.passedOver(AT, AT.plusSeconds(60));
    log.givenUp(firing);
    log.outlived(firing);
    log.failed(firing, new IllegalStateException("planted"));
    log.unanswered("nobody answers");
    log.ahead(AT.plusSeconds(3_600), AT);
    assertThat(lines).hasSize(6).allMatch(line -> line.contains("'nightly' of group 'ledger'"));
    assertThat(lines.get(0)).contains("PRIMACY-2511", "2026-11-22T02:00:00Z", "missed=SKIP");
    assertThat(lines.get(1)).contains("PRIMACY-2512", "2026-11-22T02:00:00Z");
    assertThat(lines.get(2)).contains("PRIMACY-2513", "2026-11-22T02:00:00Z");
    assertThat(lines.get(3)).contains("PRIMACY-2514", "not repeated");
    assertThat(lines.get(4)).contains("PRIMACY-2515", "nobody answers");
    assertThat(lines.get(5)).contains("PRIMACY-2516", "2026-11-22T03:00:00Z");
  }
}
