package dev.primacy.faults.run;

import dev.primacy.faults.cluster.Build;
import dev.primacy.faults.cluster.Cluster;
import dev.primacy.faults.cluster.NodeProcess;
import dev.primacy.faults.cluster.Patience;
import dev.primacy.faults.fault.Fault;
import dev.primacy.faults.fault.Faults;
import dev.primacy.faults.fault.Until;
import dev.primacy.faults.load.Recorder;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces the nodes of an earlier build by those of this one, one after the other, and then the
 * other way round. While there are nodes of both, both have to lead.
 */
final class UpgradeRun {
  private static final int MOST_HANDOVERS = 12;

  private final Build earlier;
  private final List<String> lines = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  private int ledByEarlier;
  private int ledByOwn;

  UpgradeRun(Build earlier) {
    this.earlier = earlier;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  List<String> wrong() {
    return List.copyOf(wrong);
  }

  void run(Cluster cluster, Episodes episodes, Recorder recorder) throws Exception {
    replaceAll("upgrade", Build.own(), cluster, episodes);
    replaceAll("downgrade", earlier, cluster, episodes);
  }

  private void replaceAll(String what, Build to, Cluster cluster, Episodes episodes)
      throws Exception {
    ledByEarlier = 0;
    ledByOwn = 0;
    for (int number = 1; number <= Cluster.NODES; number++) {
      episodes.run(replacement(what, primary(cluster).number() == number, number, to));
      if (!cluster.isSettled()) {
        wrong.add(what + ": the nodes did not come together after number " + number);
        return;
      }
      if (number < Cluster.NODES) {
        handOver(cluster, episodes);
      }
    }
    lines.add(
        "%s: while nodes of both builds ran, the earlier one led %d times, this one %d times"
            .formatted(what, ledByEarlier, ledByOwn));
    if (ledByEarlier == 0 || ledByOwn == 0) {
      wrong.add(what + ": one of the builds never led while both ran");
    }
  }

  private static Fault replacement(String what, boolean leads, int number, Build to) {
    return new Fault(
        what,
        false,
        leads ? Until.TAKEN_OVER : Until.SHORT,
        scene -> scene.cluster().node(number).terminate(),
        scene -> {
          if (!scene.cluster().node(number).awaitEnd()) {
            throw new IllegalStateException("node " + number + " did not end on SIGTERM");
          }
          scene.cluster().start(number, to);
          scene.cluster().awaitBoot();
        });
  }

  /** Until both have led with these nodes; which node follows is not for us to say. */
  private void handOver(Cluster cluster, Episodes episodes) throws Exception {
    boolean byEarlier = false;
    boolean byOwn = false;
    for (int i = 0; i < MOST_HANDOVERS && !(byEarlier && byOwn); i++) {
      if (i > 0) {
        episodes.run(Faults.of("step-down"));
      }
      boolean own = cluster.build(primary(cluster).number()).equals(Build.own());
      byOwn |= own;
      byEarlier |= !own;
      ledByOwn += own ? 1 : 0;
      ledByEarlier += own ? 0 : 1;
    }
  }

  private static NodeProcess primary(Cluster cluster) throws InterruptedException {
    return Patience.of(Episodes.REUNION).first("one primary", cluster::primary);
  }
}
