package dev.primacy.schedule;

import static dev.primacy.schedule.ScheduleMessages.TEXT;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.Firing;
import dev.primacy.PrimarySchedule;
import dev.primacy.core.record.ScheduleCodec;
import dev.primacy.core.schedule.EveryTimetable;
import dev.primacy.core.schedule.Timetable;
import dev.primacy.core.settings.SettingText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads what an annotation says, and says what is wrong with it; all of it. */
final class MethodReader {
  private static final Set<Class<? extends Annotation>> SCOPES =
      Set.of(ApplicationScoped.class, Singleton.class);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final Supplier<Instant> now;
  private final List<RuntimeException> problems = new ArrayList<>();

  /** With the time, since an expression may be one of the past. */
  MethodReader(Supplier<Instant> now) {
    this.now = now;
  }

  List<RuntimeException> problems() {
    return problems;
  }

  /** Empty if anything is wrong with it. */
  Optional<ScheduledMethod> read(
      Bean<?> bean, boolean session, Method method, PrimarySchedule annotation) {
    int before = problems.size();
    String title = ScheduledMethod.title(method);
    checkBean(bean, session, title);
    checkMethod(method, title);
    checkName(annotation, title);
    Optional<Timetable> timetable = timetable(annotation, title);
    return problems.size() == before
        ? timetable.map(times -> new ScheduledMethod(bean, method, annotation, times))
        : Optional.empty();
  }

  private void checkBean(Bean<?> bean, boolean session, String title) {
    if (session) {
      problems.add(TEXT.sessionBean(title));
    } else if (!SCOPES.contains(bean.getScope())) {
      problems.add(TEXT.badScope(title, "@" + bean.getScope().getSimpleName()));
    }
  }

  private void checkMethod(Method method, String title) {
    if (Modifier.isPrivate(method.getModifiers())) {
      problems.add(TEXT.notCallable(title, "private"));
    }
    if (Modifier.isStatic(method.getModifiers())) {
      problems.add(TEXT.notCallable(title, "static"));
    }
    if (method.getReturnType() != void.class) {
      problems.add(TEXT.notVoid(title));
    }
    Class<?>[] parameters = method.getParameterTypes();
    if (parameters.length > 0 && !Arrays.equals(parameters, new Class<?>[] {Firing.class})) {
      problems.add(TEXT.badParameters(title));
    }
  }

  private void checkName(PrimarySchedule annotation, String title) {
    int bytes = annotation.name().getBytes(UTF_8).length;
    if (bytes > ScheduleCodec.MAX_NAME_BYTES) {
      problems.add(TEXT.nameTooLong(title, bytes, ScheduleCodec.MAX_NAME_BYTES));
    }
  }

  private Optional<Timetable> timetable(PrimarySchedule annotation, String title) {
    if (annotation.cron().isEmpty() == annotation.every().isEmpty()) {
      problems.add(TEXT.notOneTime(title));
      return Optional.empty();
    }
    return annotation.cron().isEmpty() ? every(annotation, title) : cron(annotation, title);
  }

  private Optional<Timetable> every(PrimarySchedule annotation, String title) {
    if (!annotation.zone().isEmpty()) {
      problems.add(TEXT.zoneWithoutCron(title, annotation.zone()));
    }
    Optional<Duration> period =
        SettingText.duration(annotation.every()).filter(p -> p.compareTo(SHORTEST) >= 0);
    if (period.isEmpty()) {
      problems.add(TEXT.badPeriod(title, annotation.every()));
    }
    return period.map(EveryTimetable::new);
  }

  private Optional<Timetable> cron(PrimarySchedule annotation, String title) {
    Optional<ZoneId> zone = zone(annotation, title);
    try {
      Timetable times = CronTimetable.of(annotation.cron(), zone.orElse(ZoneOffset.UTC));
      if (times.next(now.get()).isEmpty()) {
        problems.add(TEXT.neverFires(title, annotation.cron()));
      }
      return zone.map(known -> times);
    } catch (IllegalArgumentException wrong) {
      problems.add(TEXT.badCron(title, annotation.cron(), String.valueOf(wrong.getMessage())));
      return Optional.empty();
    }
  }

  private Optional<ZoneId> zone(PrimarySchedule annotation, String title) {
    try {
      return Optional.of(
          annotation.zone().isEmpty() ? ZoneOffset.UTC : ZoneId.of(annotation.zone()));
    } catch (DateTimeException unknown) {
      problems.add(TEXT.badZone(title, annotation.zone()));
      return Optional.empty();
    }
  }
}
