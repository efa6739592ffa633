package dev.primacy.schedule;

import dev.primacy.PrimarySchedule;
import dev.primacy.core.gate.SystemClocks;
import jakarta.enterprise.inject.spi.Bean;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The scheduled methods of an application while it is deployed, whoever finds them. */
final class FoundSchedules {
  private final MethodReader reader =
      new MethodReader(() -> Instant.ofEpochMilli(SystemClocks.INSTANCE.millis()));
  private final List<ScheduledMethod> methods = new ArrayList<>();

  /** Looks at a method, and keeps it if it is scheduled and nothing is wrong with that. */
  void see(Bean<?> bean, boolean session, Method method, PrimarySchedule annotation) {
    reader.read(bean, session, method, annotation).ifPresent(methods::add);
  }

  Schedules schedules() {
    return new Schedules(methods);
  }

  /** All that is wrong, once everything was seen. */
  List<RuntimeException> problems() {
    List<RuntimeException> all = new ArrayList<>(sharedNames());
    all.addAll(reader.problems());
    return all;
  }

  private List<RuntimeException> sharedNames() {
    List<RuntimeException> shared = new ArrayList<>();
    Map<String, ScheduledMethod> names = new HashMap<>();
    for (ScheduledMethod method : methods) {
      // whatever their groups: one left open may be the same as one that is named
      ScheduledMethod other = names.put(method.name(), method);
      if (other != null) {
        shared.add(ScheduleMessages.TEXT.nameTaken(method.title(), method.name(), other.title()));
      }
    }
    return shared;
  }
}
