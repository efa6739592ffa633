package dev.primacy.benchmarks.endpoint;

import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The endpoints that are measured. */
public class LedgerApplication extends Application {
  static final Set<Class<?>> RESOURCES =
      Set.of(
          PlainResource.class,
          TwinResource.class,
          GuardedResource.class,
          RefusedResource.class,
          SameAnswerResource.class);

  @Override
  public Set<Class<?>> getClasses() {
    return RESOURCES;
  }
}
