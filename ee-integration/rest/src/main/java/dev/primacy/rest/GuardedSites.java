package dev.primacy.rest;

import dev.primacy.cdi.Enforcement;
import dev.primacy.cdi.GuardRegistry;
import dev.primacy.cdi.GuardedMethod;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The resource methods that were called so far. The registry is asked once about each, and told
 * then by whom it is enforced: it is a client proxy, and every request passes here.
 */
@Dependent
class GuardedSites {
  @Inject GuardRegistry guards;
  @Inject Locators locators;
  private final Map<Class<?>, Map<Method, GuardedSite>> known = new ConcurrentHashMap<>();

  GuardedSite of(Class<?> type, Method method) {
    Map<Method, GuardedSite> ofType = known.get(type);
    GuardedSite site = ofType == null ? null : ofType.get(method);
    return site == null ? find(type, method) : site;
  }

  private GuardedSite find(Class<?> type, Method method) {
    GuardedMethod guarded = enforced(guards.find(type, method).orElse(null));
    GuardedMethod otherwise = enforced(guards.byDefault(type, method).orElse(null));
    GuardedSite site = GuardedSite.of(guarded, otherwise, locators.isRoot(type), method);
    known.computeIfAbsent(type, t -> new ConcurrentHashMap<>()).put(method, site);
    return site;
  }

  /** What the way to a sub-resource demands; null if nothing. */
  @Nullable GuardedMethod onTheWay(List<Object> matched) {
    return enforced(locators.find(matched).orElse(null));
  }

  private @Nullable GuardedMethod enforced(@Nullable GuardedMethod guarded) {
    if (guarded != null) {
      guards.enforced(guarded, Enforcement.FILTER);
    }
    return guarded;
  }
}
