package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.GROUP;

import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.gate.SystemClocks;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.engine.memory.MemoryEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A process with one node, which answers each line it is sent by the term under which its guard
 * lets a call in just then, 0 if it does not.
 */
final class ClockedNode {

  /** As if nobody had thought of a machine that sleeps. */
  static final String MONOTONIC_ONLY = "monotonic-only";

  /** As if nobody had thought of a clock that is set. */
  static final String WALL_ONLY = "wall-only";

  static final String LEASE = "2s";

  private ClockedNode() {}

  public static void main(String[] arguments) throws IOException {
    PrimacyRuntime runtime =
        PrimacyRuntimes.create(
            RuntimeSetup.of("clocked")
                .withSource(
                    new MapSettings(
                        Map.of(
                            "primacy.cluster",
                            "clocked",
                            "primacy.group",
                            GROUP,
                            "primacy.lease",
                            LEASE)))
                .withEngines(List.of(new MemoryEngine()))
                .withTime(clocks(List.of(arguments)), Execution.SYSTEM));
    runtime.start();
    Gate gate = runtime.gate(GROUP);
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (questions.readLine() != null) {
      Admission call = gate.tryEnter(0);
      System.out.println("term " + (call == null ? 0 : call.token().term()));
      if (call != null) {
        gate.leave(call);
      }
    }
  }

  private static Clocks clocks(List<String> arguments) {
    if (arguments.contains(MONOTONIC_ONLY)) {
      return new OneClock(SystemClocks.INSTANCE::nanos);
    }
    return arguments.contains(WALL_ONLY)
        ? new OneClock(() -> SystemClocks.INSTANCE.millis() * 1_000_000)
        : SystemClocks.INSTANCE;
  }

  private record OneClock(LongSupplier clock) implements Clocks {
    @Override
    public long nanos() {
      return clock.getAsLong();
    }

    @Override
    public long millis() {
      return clock.getAsLong() / 1_000_000;
    }
  }
}
