package dev.primacy.rest.scenario;

import dev.primacy.Groups;
import dev.primacy.Membership;
import dev.primacy.RoleEvents;
import dev.primacy.control.Alarms;
import dev.primacy.control.ClusterControl;
import dev.primacy.control.GroupAdmin;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.runtime.RelayState;
import dev.primacy.core.settings.Settings;
import dev.primacy.spi.StoreStatus;
import dev.primacy.watch.NodeWatch;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Two groups whose gates a test opens and closes. */
public final class ScriptedRuntime implements PrimacyRuntime {

  /** The default group. */
  public static final ScriptedGate LEDGER = new ScriptedGate("ledger");

  /** A group that guards have to name. */
  public static final ScriptedGate AUDIT = new ScriptedGate("audit");

  private static final Map<String, ScriptedGate> GATES = Map.of("ledger", LEDGER, "audit", AUDIT);

  private static final Map<String, Gate> REAL = new ConcurrentHashMap<>();

  /** From now until the next reset a real gate judges its group. */
  static void use(Gate real) {
    REAL.put(real.group(), real);
  }

  /** Everybody secondary, nobody in flight. */
  public static void reset() {
    GATES.values().forEach(ScriptedGate::reset);
    REAL.clear();
  }

  @Override
  public Alarms alarms() {
    throw new UnsupportedOperationException("no scenario asks for it");
  }

  @Override
  public NodeWatch nodeWatch() {
    throw new UnsupportedOperationException("no scenario asks for it");
  }

  @Override
  public RoleEvents roleEvents() {
    throw new UnsupportedOperationException("no scenario asks for it");
  }

  @Override
  public Settings settings() {
    throw new UnsupportedOperationException("no scenario asks for it");
  }

  @Override
  public Set<String> groups() {
    return GATES.keySet();
  }

  @Override
  public ClusterControl control() {
    throw new AssertionError("nobody operates this one");
  }

  @Override
  public GroupAdmin groupAdmin() {
    throw new AssertionError("nobody operates this one");
  }

  @Override
  public RelayState relayState() {
    throw new UnsupportedOperationException("no scenario asks for it");
  }

  @Override
  public Groups dynamicGroups() {
    throw new UnsupportedOperationException("no scenario asks for it");
  }

  @Override
  public Optional<String> defaultGroup() {
    return Optional.of("ledger");
  }

  @Override
  public Membership membership(String group) {
    throw new UnsupportedOperationException("no scenario asks for it");
  }

  @Override
  public Gate gate(String group) {
    return Optional.ofNullable(REAL.get(group))
        .or(() -> Optional.ofNullable(GATES.get(group)))
        .orElseThrow(IllegalArgumentException::new);
  }

  @Override
  public Optional<String> engine() {
    return Optional.of("scripted");
  }

  @Override
  public StoreStatus storeStatus() {
    throw new UnsupportedOperationException("no scenario asks for it");
  }

  @Override
  public void start() {}

  @Override
  public void close() {}
}
