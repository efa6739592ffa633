package dev.primacy.core.runtime;

import dev.primacy.NodeRole;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.event.NodeRoleChanged;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A process that loses its role, and whose shutdown hook never ends. */
public final class DoomedNode {
  private DoomedNode() {}

  /** Ends by losing its role only. */
  public static void main(String... arguments) throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> hang(never)));
    DyingEngine engine = new DyingEngine();
    PrimacyRuntime runtime =
        PrimacyRuntimes.create(
            RuntimeSetup.of("doomed")
                .withSource(
                    new MapSettings(
                        Map.of(
                            "primacy.group", "ledger",
                            "primacy.lease", "300ms",
                            "primacy.on-lost", "exit")))
                .withEngines(List.of(engine))
                .withSink(
                    event -> {
                      if (runs(event)) {
                        engine.die();
                      }
                      return DeliveryReport.CLEAN;
                    }));
    runtime.start();
    never.await();
  }

  private static boolean runs(Object event) {
    return event instanceof NodeRoleChanged change && change.current() == NodeRole.PRIMARY;
  }

  private static void hang(CountDownLatch never) {
    System.out.println("the hook of the application runs");
    try {
      never.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
