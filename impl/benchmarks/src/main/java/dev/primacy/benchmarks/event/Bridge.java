package dev.primacy.benchmarks.event;

import dev.primacy.core.runtime.EventSink;
import jakarta.enterprise.inject.se.SeContainer;
import java.lang.reflect.Method;

/** The bridge of a container: the runtime's alone, and so reached by reflection here. */
public final class Bridge {
  private static final String DEPLOYMENT = "dev.primacy.cdi.Deployment";

  private Bridge() {}

  /** The bridge of a container. */
  public static EventSink of(SeContainer container) {
    try {
      Class<?> type = Class.forName(DEPLOYMENT);
      Method bridge = type.getDeclaredMethod("bridge");
      bridge.setAccessible(true);
      return (EventSink) bridge.invoke(container.select(type).get());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the CDI module has no bridge where it used to be", e);
    }
  }
}
