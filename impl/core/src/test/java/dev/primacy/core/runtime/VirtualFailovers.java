package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.GROUP;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.core.settings.Settings;
import dev.primacy.core.settings.SettingsReader;
import dev.primacy.engine.memory.MemoryEngine;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.spi.RecordKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Three processes in virtual time, whose primary is lost in one way after the other. */
final class VirtualFailovers {
  static final int WAYS = 6;

  private static final long LEASE = 1_000_000_000L;

  private final VirtualTime time;
  private final VirtualRecords records = new VirtualRecords(this::hint);
  private final EventLog.Defect defect;
  private final int victim;
  private final List<VirtualProcess> live = new ArrayList<>();
  private final Set<Integer> ways = new HashSet<>();
  private long events;
  private int processes;
  private int failures;
  private FencingToken last;

  VirtualFailovers(long seed, EventLog.Defect defect, int victim) {
    time = new VirtualTime(seed);
    this.defect = defect;
    this.victim = victim;
    for (String name : List.of("n1", "n2", "n3")) {
      start(name);
    }
    last = settle(Optional.empty());
  }

  private void start(String name) {
    Map<String, String> values =
        Map.of(
            "primacy.cluster",
            "virtual",
            "primacy.group",
            GROUP,
            "primacy.node.name",
            name,
            "primacy.lease",
            "1s");
    var reading =
        SettingsReader.read(new MapSettings(values), List.of(new MemoryEngine()), List.of(), true);
    EventLog log = new EventLog(defect, victim, this::fails);
    VirtualProcess process =
        new VirtualProcess(time, records, Settings.of(reading, name), name, log);
    processes++;
    live.add(process);
    process.start();
  }

  /** The next promotions fail. */
  private boolean fails(NodeRoleChanging changing) {
    return changing.to() == NodeRole.PRIMARY && failures-- > 0;
  }

  private void hint(RecordKey key) {
    live.forEach(process -> process.hint(key));
  }

  // ---- one after the other

  /** Loses the primary, waits for the next one, and compares what everybody heard. */
  void failOver() {
    VirtualProcess primary =
        live.stream().filter(VirtualProcess::isPrimary).findFirst().orElseThrow();
    strike(primary);
    last = settle(Optional.of(last));
  }

  private void strike(VirtualProcess primary) {
    int way = time.random.nextInt(WAYS);
    ways.add(way);
    long some = LEASE + LEASE / 5 + time.random.nextLong(2 * LEASE);
    switch (way) {
      case 0 -> primary.stepDown();
      case 1 -> {
        primary.kill();
        replace(primary, time.random.nextLong(2 * LEASE));
      }
      case 2 -> primary.freeze(some);
      case 3 -> primary.cut(some);
      case 4 -> {
        primary.leave();
        awaitLeft(primary);
      }
      default -> {
        failures = 1 + time.random.nextInt(3);
        primary.stepDown();
      }
    }
    VirtualProcess other = live.get(time.random.nextInt(live.size()));
    if (other != primary && time.random.nextInt(4) == 0) {
      other.freeze(time.random.nextLong(LEASE / 2));
    }
  }

  private void replace(VirtualProcess gone, long delay) {
    live.remove(gone);
    events += gone.log.events();
    time.in(delay, () -> start(gone.name));
  }

  private void awaitLeft(VirtualProcess leaving) {
    if (leaving.hasLeft()) {
      leaving.log.compare(leaving.view());
      leaving.kill();
      replace(leaving, time.random.nextLong(LEASE));
    } else {
      time.in(LEASE / 50, () -> awaitLeft(leaving));
    }
  }

  // ---- until all agree

  private FencingToken settle(Optional<FencingToken> before) {
    long latest = time.now() + 60 * LEASE;
    while (!isSettled(before)) {
      time.step();
      if (time.now() > latest) {
        throw new IllegalStateException("never settled after " + before + ": " + live);
      }
    }
    for (VirtualProcess process : live) {
      try {
        process.log.compare(process.view());
      } catch (EventLog.Unfit unfit) {
        throw new EventLog.Unfit(process + " after " + before + ": " + unfit.getMessage());
      }
    }
    return primary().view().requirePrimary();
  }

  private VirtualProcess primary() {
    return live.stream().filter(VirtualProcess::isPrimary).findFirst().orElseThrow();
  }

  private boolean isSettled(Optional<FencingToken> before) {
    if (live.size() < 3 || live.stream().filter(VirtualProcess::isPrimary).count() != 1) {
      return false;
    }
    FencingToken now = primary().view().requirePrimary();
    return (before.isEmpty() || now.supersedes(before.get()))
        && live.stream().allMatch(this::isUpToDate);
  }

  private boolean isUpToDate(VirtualProcess process) {
    Set<NodeId> all = live.stream().map(p -> p.view().node()).collect(Collectors.toSet());
    Set<NodeId> seen =
        process.view().nodes().stream().map(ClusterNode::id).collect(Collectors.toSet());
    return process.isQuiet()
        && seen.equals(all)
        && process.view().primary().map(ClusterNode::id).equals(Optional.of(primaryId()));
  }

  private NodeId primaryId() {
    return primary().view().node();
  }

  // ---- how much it was

  long events() {
    return events + live.stream().mapToLong(process -> process.log.events()).sum();
  }

  int processes() {
    return processes;
  }

  Set<Integer> ways() {
    return ways;
  }

  long term() {
    return last.term();
  }

  long seconds() {
    return time.now() / LEASE;
  }

  long nanos() {
    return time.now();
  }
}
