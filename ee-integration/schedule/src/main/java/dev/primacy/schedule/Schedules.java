package dev.primacy.schedule;

import java.util.List;

/**
 * The schedules of an application, complete once it is deployed.
 *
 * @param methods in the order of discovery
 */
record Schedules(List<ScheduledMethod> methods) {
  Schedules {
    methods = List.copyOf(methods);
  }
}
