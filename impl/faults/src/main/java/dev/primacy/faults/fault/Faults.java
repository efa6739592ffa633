package dev.primacy.faults.fault;

import static dev.primacy.faults.fault.Until.LONG;
import static dev.primacy.faults.fault.Until.SHORT;
import static dev.primacy.faults.fault.Until.TAKEN_OVER;

import dev.primacy.faults.cluster.NodeProcess;
import dev.primacy.faults.cluster.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All faults there are. */
public final class Faults {
  /** Of each tenth of a second, to a slow node. */
  private static final int SLOW_MILLIS = 8;

  private static final int FLAPS = 6;

  /** The short form: those by which a primary is lost, and two by which it is not. */
  private static final Set<String> QUICK =
      Set.of("kill", "graceful", "pause", "blip", "isolate", "deaf", "mute", "split", "store-kill");

  private static final List<Fault> OF_NODES =
      List.of(
          Fault.of("kill", TAKEN_OVER, scene -> scene.primary().kill(), Scene::restart),
          Fault.of("vanish", TAKEN_OVER, Faults::vanish, Faults::reconnectAndRestart),
          Fault.of("graceful", TAKEN_OVER, scene -> scene.primary().terminate(), Faults::ended),
          Fault.of(
              "step-down",
              TAKEN_OVER,
              scene -> scene.cluster().stepDown(scene.primary().number()),
              nothing -> {}),
          Fault.of(
              "pause",
              TAKEN_OVER,
              scene -> scene.primary().pause(),
              scene -> scene.primary().resume()),
          Fault.of(
              "blip", SHORT, scene -> scene.primary().pause(), scene -> scene.primary().resume()),
          Fault.of(
              "slow",
              LONG,
              scene -> scene.primary().slow(SLOW_MILLIS),
              scene -> scene.primary().release()),
          Fault.of(
              "kill-all",
              SHORT,
              scene -> scene.cluster().nodes().forEach(NodeProcess::kill),
              Scene::restart),
          Fault.of(
              "pause-all",
              LONG,
              scene -> scene.cluster().nodes().forEach(NodeProcess::pause),
              scene -> scene.cluster().nodes().forEach(NodeProcess::resume)));

  private static final List<Fault> OF_LINKS =
      List.of(
          Fault.of(
              "isolate",
              TAKEN_OVER,
              scene -> scene.network().isolate(scene.primary().number()),
              Faults::reconnect),
          Fault.of(
              "deaf",
              TAKEN_OVER,
              scene -> scene.network().deafen(scene.primary().number()),
              Faults::reconnect),
          Fault.of(
              "mute",
              TAKEN_OVER,
              scene -> scene.network().mute(scene.primary().number()),
              Faults::reconnect),
          Fault.of("partial", LONG, Faults::cutOneFromAnother, Faults::reconnect),
          Fault.of("split", LONG, Faults::cutEachFromEach, Faults::reconnect),
          Fault.of("flap", SHORT, Faults::flap, Faults::reconnect));

  private static final List<Fault> OF_STORES =
      List.of(
          Fault.ofStore(
              "store-kill",
              LONG,
              scene -> scene.cluster().store().kill(),
              scene -> scene.cluster().store().start()),
          Fault.ofStore(
              "store-pause",
              LONG,
              scene -> scene.cluster().store().pause(),
              scene -> scene.cluster().store().resume()),
          Fault.ofStore(
              "store-lost",
              LONG,
              scene -> scene.network().loseHub(),
              scene -> scene.network().healHub()),
          Fault.ofStore(
              "store-mute",
              LONG,
              scene -> scene.network().muteHub(),
              scene -> scene.network().healHub()),
          Fault.ofStore(
              "store-wiped", SHORT, scene -> scene.cluster().store().wipe(), nothing -> {}));

  private Faults() {}

  /** All. */
  public static List<Fault> all() {
    return Stream.of(OF_NODES, OF_LINKS, OF_STORES).flatMap(List::stream).toList();
  }

  /** The one of this name. */
  public static Fault of(String name) {
    return all().stream().filter(fault -> fault.name().equals(name)).findFirst().orElseThrow();
  }

  /** Whether a fault belongs to the short form. */
  public static boolean isQuick(Fault fault) {
    return QUICK.contains(fault.name());
  }

  /** The network goes first: nobody is told that the node is gone. */
  private static void vanish(Scene scene) {
    scene.network().isolate(scene.primary().number());
    scene.primary().kill();
  }

  private static void ended(Scene scene) throws Exception {
    if (!scene.primary().awaitEnd()) {
      throw new IllegalStateException(scene.primary().name() + " did not end on SIGTERM");
    }
    scene.restart();
  }

  private static void reconnect(Scene scene) {
    scene.cluster().nodes().forEach(node -> scene.network().heal(node.number()));
  }

  private static void reconnectAndRestart(Scene scene) throws Exception {
    reconnect(scene);
    scene.restart();
  }

  private static void cutOneFromAnother(Scene scene) {
    List<NodeProcess> others = scene.others();
    scene.network().keepApart(scene.primary().number());
    scene.network().keepApart(others.get(scene.random().nextInt(others.size())).number());
  }

  private static void cutEachFromEach(Scene scene) {
    scene.cluster().nodes().forEach(node -> scene.network().keepApart(node.number()));
  }

  private static void flap(Scene scene) throws InterruptedException {
    int half = Math.toIntExact(scene.lease().toMillis() / 2);
    for (int i = 0; i < FLAPS; i++) {
      scene.network().isolate(scene.primary().number());
      Patience.of(Duration.ofMillis(scene.random().nextInt(half))).pass();
      scene.network().heal(scene.primary().number());
      Patience.of(Duration.ofMillis(scene.random().nextInt(half))).pass();
    }
  }
}
