package dev.primacy.cdi;

import dev.primacy.Groups;
import dev.primacy.RoleEvents;
import dev.primacy.control.Alarms;
import dev.primacy.control.ClusterControl;
import dev.primacy.control.GroupAdmin;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.history.EventHistory;
import dev.primacy.watch.ClusterMonitors;
import dev.primacy.watch.NodeWatch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What of the runtime the application may have injected, whatever is configured. */
final class RuntimeParts {
  private static final Map<Class<?>, Function<PrimacyRuntime, ?>> ALL = new LinkedHashMap<>();

  static {
    put(Groups.class, PrimacyRuntime::dynamicGroups);
    put(RoleEvents.class, PrimacyRuntime::roleEvents);
    put(Alarms.class, PrimacyRuntime::alarms);
    put(ClusterControl.class, PrimacyRuntime::control);
    put(GroupAdmin.class, PrimacyRuntime::groupAdmin);
    put(NodeWatch.class, PrimacyRuntime::nodeWatch);
    put(EventHistory.class, PrimacyRuntime::history);
    put(ClusterMonitors.class, PrimacyRuntime::clusterMonitors);
  }

  private RuntimeParts() {}

  private static <T> void put(Class<T> type, Function<PrimacyRuntime, T> part) {
    ALL.put(type, part);
  }

  /** By type. */
  static Map<Class<?>, Function<PrimacyRuntime, ?>> all() {
    return ALL;
  }
}
