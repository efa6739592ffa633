package dev.primacy.benchmarks.compare.node;

import dev.primacy.NodeRole;
import dev.primacy.RefusalReason;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.runtime.PrimacyRuntimes;
import dev.primacy.core.runtime.RuntimeSetup;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeRoleChanged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Primacy: it leads while a guarded call is let in, and with many groups while all of them do. */
final class PrimacyContender implements Contender {
  private static final String GROUP = "ledger";

  private final PrimacyRuntime runtime;
  private final List<Gate> gates;

  PrimacyContender(Place place, Application application, RequestCount count) {
    List<String> groups =
        IntStream.range(0, place.groups()).mapToObj(i -> i == 0 ? GROUP : "g" + i).toList();
    runtime =
        PrimacyRuntimes.create(
            RuntimeSetup.of("compare")
                .withSource(new MapSettings(settings(place, groups, count)))
                .withEngines(PrimacyRuntimes.engines(PrimacyContender.class.getClassLoader()))
                .withSink(event -> heard(event, application)));
    gates = groups.stream().map(runtime::gate).toList();
  }

  /** An observer of the grant. It is told of the end as well, but the drain does not need it. */
  private static DeliveryReport heard(ClusterEvent event, Application application) {
    if (event instanceof NodeRoleChanged change && change.current() == NodeRole.PRIMARY) {
      application.granted();
    }
    return DeliveryReport.CLEAN;
  }

  private static Map<String, String> settings(
      Place place, List<String> groups, RequestCount count) {
    Map<String, String> settings = new HashMap<>(place.primacySettings());
    settings.put("primacy.cluster", place.value(Place.CLUSTER));
    settings.put("primacy.node.name", place.value(Place.NODE));
    settings.put("primacy.lease", place.lease().toMillis() + "ms");
    settings.put("primacy.group", GROUP);
    if (groups.size() > 1) {
      settings.put("primacy.groups", groups.stream().skip(1).collect(Collectors.joining(",")));
    }
    String url = settings.get("primacy.jdbc.url");
    if (url != null && place.isCounted()) {
      settings.remove("primacy.jdbc.url");
      settings.put("primacy.jdbc.datasource", NamedSource.publish(new CountedSource(url, count)));
    }
    return settings;
  }

  @Override
  public void start() {
    runtime.start();
  }

  @Override
  public boolean leads() {
    return gates.stream().allMatch(PrimacyContender::admits);
  }

  private static boolean admits(Gate gate) {
    Admission admitted = gate.tryEnter(0);
    if (admitted != null) {
      gate.leave(admitted);
    }
    return admitted != null;
  }

  /** Counted by the gate until it is over, as a guarded call is. */
  @Override
  public boolean run(Runnable operation) {
    Gate gate = gates.get(0);
    Admission admitted = gate.tryEnter(0);
    if (admitted == null) {
      return false;
    }
    try {
      operation.run();
    } finally {
      gate.leave(admitted);
    }
    return true;
  }

  @Override
  public boolean isSettled() {
    return leads()
        || gates.stream().allMatch(gate -> gate.refusal().reason() == RefusalReason.NOT_PRIMARY);
  }

  @Override
  public void stop() {
    runtime.close();
  }
}
