package dev.primacy.schedule;

import dev.primacy.PrimarySchedule;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the scheduled methods of what was built. For the container.
 *
 * @since 0.1
 */
public class SchedulesAtStart implements SyntheticBeanCreator<Schedules> {
  static final String CLASSES = "classes";

  /** Made by the container. */
  public SchedulesAtStart() {}

  @Override
  public Schedules create(Instance<Object> lookup, Parameters carried) {
    BeanManager beans = lookup.select(BeanManager.class).get();
    FoundSchedules found = new FoundSchedules();
    Set<Class<?>> seen = new HashSet<>();
    for (String name : carried.get(CLASSES, String[].class)) {
      Class<?> type = type(name);
      // those of classes below, too: what is scheduled is inherited
      beans.getBeans(type, Any.Literal.INSTANCE).stream()
          .filter(bean -> seen.add(bean.getBeanClass()))
          .forEach(bean -> see(bean, found));
    }
    List<RuntimeException> problems = found.problems();
    if (!problems.isEmpty()) {
      problems.stream().skip(1).forEach(problems.get(0)::addSuppressed);
      throw problems.get(0);
    }
    return found.schedules();
  }

  private static void see(Bean<?> bean, FoundSchedules found) {
    for (Class<?> c = bean.getBeanClass(); c != Object.class && c != null; c = c.getSuperclass()) {
      for (Method method : c.getDeclaredMethods()) {
        PrimarySchedule annotation = method.getAnnotation(PrimarySchedule.class);
        if (annotation != null && !method.isSynthetic()) {
          found.see(bean, false, method, annotation);
        }
      }
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException gone) {
      throw new IllegalStateException(gone);
    }
  }
}
