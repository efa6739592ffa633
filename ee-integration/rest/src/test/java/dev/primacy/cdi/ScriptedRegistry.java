package dev.primacy.cdi;

import dev.primacy.rest.scenario.ScriptedRuntime;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.util.List;

/** The real registry over gates that a test opens and closes. */
@Alternative
@Priority(1)
@ApplicationScoped
public class ScriptedRegistry {
  private static volatile boolean byDefault;

  /** Whether applications started from now on guard what says nothing itself. */
  public static void guardByDefault(boolean guarded) {
    byDefault = guarded;
  }

  /** Two calls may wait at once. */
  private static GuardDefaults defaults() {
    return new GuardDefaults(true, 5_000_000_000L, 2, 503, byDefault);
  }

  private static volatile GuardRegistry latest;

  /** The registry of the application started last. */
  public static GuardRegistry latest() {
    return latest;
  }

  @Produces
  @ApplicationScoped
  GuardRegistry registry() {
    latest =
        new Guards(
            new GuardLookup(new GuardAnnotations(a -> List.of())),
            new ScriptedRuntime(),
            defaults());
    return latest;
  }
}
