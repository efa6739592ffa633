package dev.primacy.cdi;

import dev.primacy.PrimaryOnly;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.runtime.PrimacyRuntime;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The registry: look-ups by reflection once per method, remembered ever after. */
final class Guards implements GuardRegistry {
  private static final Comparator<GuardedMethod> ORDER =
      Comparator.<GuardedMethod, String>comparing(g -> g.type().getName())
          .thenComparing(g -> g.method().getName())
          .thenComparing(g -> g.method().toString());

  private record Key(Class<?> type, Method method) {}

  private final GuardLookup lookup;
  private final PrimacyRuntime runtime;
  private final GuardDefaults defaults;
  private final WaitingRoom waiting;
  private final Map<Key, GuardedMethod> guarded = new ConcurrentHashMap<>();

  // Two levels, so that a look-up on the call path makes no key object.
  private final Map<Class<?>, Map<Method, Optional<GuardedMethod>>> answers =
      new ConcurrentHashMap<>();

  // from any thread, and never back
  private volatile boolean filter;

  Guards(GuardLookup lookup, PrimacyRuntime runtime, GuardDefaults defaults) {
    this.lookup = lookup;
    this.runtime = runtime;
    this.defaults = defaults;
    this.waiting = new WaitingRoom(defaults.waiting());
  }

  @Override
  public Optional<GuardedMethod> find(Class<?> type, Method method) {
    Map<Method, Optional<GuardedMethod>> known = answers.get(type);
    Optional<GuardedMethod> answer = known == null ? null : known.get(method);
    return answer == null ? resolve(type, method) : answer;
  }

  private Optional<GuardedMethod> resolve(Class<?> type, Method method) {
    Optional<GuardedMethod> answer =
        lookup.find(type, method).map(found -> intern(type, method, found));
    answers.computeIfAbsent(type, t -> new ConcurrentHashMap<>()).put(method, answer);
    return answer;
  }

  private GuardedMethod intern(Class<?> type, Method method, PrimaryOnly found) {
    Method nearest = MethodFamily.of(TypeHierarchy.of(type), method).nearest();
    Key key = new Key(TypeHierarchy.written(type), nearest);
    return guarded.computeIfAbsent(key, k -> guard(k, found));
  }

  private GuardedMethod guard(Key key, PrimaryOnly found) {
    GuardSpec spec = GuardSpecs.resolve(key.type, key.method, found, runtime, defaults);
    Gate gate = runtime.gate(spec.group());
    return new GuardedMethod(key.type, key.method, spec, gate, waiting, defaults.logged());
  }

  @Override
  public Optional<GuardedMethod> byDefault(Class<?> type, Method method) {
    return defaults.guarded() && DefaultGuard.meets(type, method) && find(type, method).isEmpty()
        ? Optional.of(intern(type, method, DefaultGuard.ANNOTATION))
        : Optional.empty();
  }

  @Override
  public void enforced(GuardedMethod method, Enforcement layer) {
    if (method.add(layer) && layer == Enforcement.FILTER) {
      filterIsInPlace();
    }
  }

  @Override
  public void filterIsInPlace() {
    filter = true;
  }

  @Override
  public boolean hasFilter() {
    return filter;
  }

  @Override
  public List<GuardedMethod> report() {
    return guarded.values().stream().sorted(ORDER).toList();
  }
}
