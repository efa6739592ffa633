package dev.primacy.faults.run;

import dev.primacy.core.gate.SystemClocks;
import dev.primacy.faults.cluster.Build;
import dev.primacy.faults.cluster.StoreKind;
import dev.primacy.faults.fault.Fault;
import dev.primacy.faults.fault.Faults;
import dev.primacy.faults.probe.Plant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is to be run.
 *
 * @param quick the short form ({@code faults.quick})
 * @param engines on which stores ({@code faults.engines})
 * @param only names of faults, all if empty ({@code faults.only})
 * @param scenarios names of scenarios ({@code faults.scenarios})
 * @param rounds how often each fault is caused on each store ({@code faults.rounds})
 * @param lease of the nodes ({@code faults.lease}, in milliseconds)
 * @param seed of everything that is left to chance ({@code faults.seed})
 * @param plant the defect to be found ({@code faults.plant})
 * @param earlier a build to upgrade from ({@code faults.upgrade.from}, the directory of its parent)
 * @param work where everything is written
 */
record Options(
    boolean quick,
    List<StoreKind> engines,
    List<String> only,
    List<Scenario> scenarios,
    int rounds,
    Duration lease,
    long seed,
    Plant plant,
    Optional<Build> earlier,
    Path work) {
  static final String PREFIX = "faults.";

  private static final String QUICK_ENGINES = "embedded,postgresql";
  private static final String ENGINES = "embedded,postgresql,h2,zookeeper";
  private static final String QUICK_SCENARIOS = "faults,events,plant";
  private static final String SCENARIOS = "faults,handover,failovers,events,upgrade,plant";
  private static final int SEEDS = 1_000_000;

  static Options read() {
    boolean quick = Boolean.getBoolean(PREFIX + "quick");
    return new Options(
        quick,
        names("engines", quick ? QUICK_ENGINES : ENGINES).stream().map(StoreKind::of).toList(),
        names("only", ""),
        names("scenarios", quick ? QUICK_SCENARIOS : SCENARIOS).stream().map(Scenario::of).toList(),
        (int) number("rounds", 1),
        Duration.ofMillis(number("lease", 3_000)),
        number("seed", Math.floorMod(SystemClocks.INSTANCE.millis(), SEEDS)),
        Plant.configured(),
        earlierBuild(),
        Path.of(PREFIX.substring(0, PREFIX.length() - 1)).toAbsolutePath());
  }

  private static Optional<Build> earlierBuild() {
    String directory = text("upgrade.from", "");
    if (directory.isEmpty()) {
      return Optional.empty();
    }
    Build build = new Build(Path.of(directory).toAbsolutePath().normalize());
    if (!build.missing().isEmpty()) {
      throw new IllegalArgumentException(
          "faults.upgrade.from=%s: %s missing; run 'mvn -Pfaults -Dfaults.phase=none package' there"
              .formatted(directory, build.missing()));
    }
    return Optional.of(build);
  }

  /** The faults to be caused on a store, in the order of their list. */
  List<Fault> faults(StoreKind engine) {
    List<String> known = Faults.all().stream().map(Fault::name).toList();
    if (!known.containsAll(only)) {
      throw new IllegalArgumentException("faults.only=" + only + ": there are " + known);
    }
    return Faults.all().stream()
        .filter(fault -> !fault.outside() || engine.isOutside())
        .filter(fault -> only.isEmpty() ? !quick || Faults.isQuick(fault) : isAsked(fault))
        .toList();
  }

  private boolean isAsked(Fault fault) {
    return only.contains(fault.name());
  }

  private static List<String> names(String key, String otherwise) {
    return Arrays.stream(text(key, otherwise).split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static long number(String key, long otherwise) {
    return Long.parseLong(text(key, Long.toString(otherwise)));
  }

  /** Blank is what Maven passes on for a property that is not set. */
  private static String text(String key, String otherwise) {
    String value = System.getProperty(PREFIX + key, "");
    return value.isBlank() ? otherwise : value.strip();
  }
}
