package dev.primacy.cdi;

import dev.primacy.OnSecondary;
import dev.primacy.PrimaryOnly;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an annotation demands that cannot be carried out, whatever is configured. */
final class GuardDemands {
  private static final int LEAST_STATUS = 400;
  private static final int MOST_STATUS = 599;

  private final String name;
  private final PrimaryOnly guard;
  private final List<RuntimeException> problems = new ArrayList<>();

  private GuardDemands(String name, PrimaryOnly guard) {
    this.name = name;
    this.guard = guard;
  }

  /** Everything that is wrong with the guard of a method of a class. */
  static List<RuntimeException> problems(Class<?> type, Method method, PrimaryOnly guard) {
    GuardDemands demands = new GuardDemands(MethodNames.of(type, method), guard);
    demands.skipping(method.getReturnType());
    demands.times();
    demands.status();
    if (demands.asksForRest() && !Resources.isResource(type)) {
      demands.outsideRest();
    }
    return demands.problems;
  }

  private void skipping(Class<?> returned) {
    boolean skippable = returned == void.class || returned == Optional.class;
    if (guard.onSecondary() == OnSecondary.SKIP && !skippable) {
      problems.add(CdiMessages.TEXT.cannotSkip(name, returned.getSimpleName()));
    }
  }

  private void times() {
    if (GuardTimes.nanos(guard.minRemaining()).isEmpty()) {
      problems.add(CdiMessages.TEXT.badMinRemaining(name, guard.minRemaining()));
    }
    if (GuardTimes.nanos(guard.maxWait()).isEmpty()) {
      problems.add(CdiMessages.TEXT.badMaxWait(name, guard.maxWait()));
    } else if (!guard.maxWait().isBlank() && guard.onSecondary() != OnSecondary.WAIT) {
      problems.add(CdiMessages.TEXT.maxWaitWithoutWait(name, guard.maxWait()));
    }
  }

  private void status() {
    int status = guard.status();
    if (status != 0 && (status < LEAST_STATUS || status > MOST_STATUS)) {
      problems.add(CdiMessages.TEXT.badStatus(name, status));
    }
  }

  private boolean asksForRest() {
    return guard.onSecondary() == OnSecondary.REDIRECT || guard.status() != 0;
  }

  private void outsideRest() {
    if (guard.onSecondary() == OnSecondary.REDIRECT) {
      problems.add(CdiMessages.TEXT.redirectOnBean(name));
    }
    if (guard.status() != 0) {
      problems.add(CdiMessages.TEXT.statusOnBean(name, guard.status()));
    }
  }
}
