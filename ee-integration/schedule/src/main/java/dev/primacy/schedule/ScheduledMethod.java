package dev.primacy.schedule;

import dev.primacy.PrimarySchedule;
import dev.primacy.core.schedule.Timetable;
import jakarta.enterprise.inject.spi.Bean;
import java.lang.reflect.Method;

/**
 * A scheduled method that was found fit.
 *
 * @param bean whose method it is
 * @param method the method
 * @param annotation what it says
 * @param timetable when it is due
 */
record ScheduledMethod(
    Bean<?> bean, Method method, PrimarySchedule annotation, Timetable timetable) {

  /** For people. */
  String title() {
    return title(method);
  }

  static String title(Method method) {
    return method.getDeclaringClass().getName() + "." + method.getName();
  }

  /** For the store. */
  String name() {
    return annotation.name().isEmpty()
        ? bean.getBeanClass().getName() + "." + method.getName()
        : annotation.name();
  }

  boolean takesFiring() {
    return method.getParameterCount() == 1;
  }
}
