package dev.primacy.benchmarks.event;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.se.SeContainer;
import java.util.Arrays;

/** Makes sure that what is measured reaches every observer. */
final class Heard {
  private Heard() {}

  static void mustHear(SeContainer container, Runnable delivery, Class<?>... beans) {
    long before = sum(container, beans);
    delivery.run();
    long observers = beans.length == 1 && beans[0] == OneListener.class ? 1 : beans.length * 10L;
    if (sum(container, beans) < before + observers) {
      throw new IllegalStateException("not every observer heard the event");
    }
  }

  private static long sum(SeContainer container, Class<?>... beans) {
    return Arrays.stream(beans).mapToLong(bean -> heard(container, bean)).sum();
  }

  private static long heard(SeContainer container, Class<?> bean) {
    Instance<?> found = container.select(bean, Any.Literal.INSTANCE);
    Object listener = found.get();
    return listener instanceof OneListener one ? one.heard() : ((TenListeners) listener).heard();
  }
}
