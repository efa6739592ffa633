package dev.primacy.core.settings;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.spi.Engine;
import dev.primacy.spi.SettingDescription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a configuration once and decides what it amounts to. Finds every problem before it gives
 * up.
 *
 * @since 0.1
 */
public final class SettingsReader {
  private final List<Engine> engines;
  private final boolean joins;
  private final SettingValues values;
  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private SettingsReader(
      SettingsSource source, List<Engine> engines, boolean joins, SettingsTable table) {
    this.engines = engines;
    this.joins = joins;
    this.values = new SettingValues(table, source);
  }

  /**
   * Reads a configuration.
   *
   * @param source where the values come from
   * @param engines the engines on the class path
   * @param more rows of other modules
   * @param guarded whether anything is guarded: then unknown keys are errors
   * @return values, decision and problems
   */
  public static Reading read(
      SettingsSource source,
      List<Engine> engines,
      Collection<SettingDescription> more,
      boolean guarded) {
    return read(source, engines, more, guarded, false);
  }

  /**
   * Reads a configuration.
   *
   * @param source where the values come from
   * @param engines the engines on the class path
   * @param more rows of other modules
   * @param guarded whether anything is guarded: then unknown keys are errors
   * @param joins whether groups are joined at run time: then there may be a cluster and no group
   * @return values, decision and problems
   */
  public static Reading read(
      SettingsSource source,
      List<Engine> engines,
      Collection<SettingDescription> more,
      boolean guarded,
      boolean joins) {
    SettingsTable table = SettingsTable.core().with(more);
    for (Engine engine : engines) {
      table = table.with(engine.settings());
    }
    return new SettingsReader(source, engines, joins, table).read(guarded);
  }

  private Reading read(boolean guarded) {
    ValueChecks checks = new ValueChecks(values);
    problems.addAll(checks.problems());
    problems.addAll(RelationChecks.problems(values, checks.wrongKeys()));
    unknownKeys(guarded);
    warnings.addAll(WatchSettings.warnings(values));
    enginesAreUnique();
    Mode mode = mode();
    Optional<Engine> engine = mode == Mode.CLUSTERED ? engine() : Optional.empty();
    return new Reading(values, mode, engine, problems, warnings);
  }

  private void unknownKeys(boolean guarded) {
    Set<String> names = new TreeSet<>();
    engines.forEach(engine -> names.add(engine.name()));
    UnknownKeys unknown = new UnknownKeys(values, names);
    boolean fatal = guarded && !values.text("primacy.config.unknown").equals(Optional.of("warn"));
    (fatal ? problems : warnings).addAll(unknown.messages());
  }

  private void enginesAreUnique() {
    Set<String> seen = new HashSet<>();
    for (Engine engine : engines) {
      if (!seen.add(engine.name())) {
        problems.add(MESSAGES.engineTwice(engine.name()));
      }
    }
  }

  private Mode mode() {
    if (values.text("primacy.enabled").equals(Optional.of("false"))) {
      return Mode.DISABLED;
    }
    if (!Settings.groupNames(values).isEmpty()) {
      return Mode.CLUSTERED;
    }
    List<String> orphans = clusterKeys();
    if (joins && !orphans.isEmpty() && !engines.isEmpty()) {
      return Mode.CLUSTERED;
    }
    if (!orphans.isEmpty()) {
      problems.add(MESSAGES.noGroup(String.join(", ", orphans)));
    }
    return Mode.STANDALONE;
  }

  /** Engine, cluster and node keys: they say that a cluster is wanted. */
  private List<String> clusterKeys() {
    Set<String> found = new TreeSet<>();
    for (SettingRow row : values.table().rows()) {
      String key = row.description().key();
      if (!key.contains("*") && wantsCluster(key) && values.configured(key).isPresent()) {
        found.add(key);
      }
    }
    values.source().keys().stream().filter(this::wantsCluster).forEach(found::add);
    return List.copyOf(found);
  }

  private boolean wantsCluster(String key) {
    return key.equals("primacy.engine")
        || key.equals("primacy.cluster")
        || key.startsWith("primacy.node.")
        || engines.stream().anyMatch(e -> key.startsWith("primacy." + e.name() + "."));
  }

  private Optional<Engine> engine() {
    Optional<String> chosen = values.configured("primacy.engine");
    List<String> names = engines.stream().map(Engine::name).sorted().toList();
    if (chosen.isPresent()) {
      return chosen(chosen.get(), names);
    }
    if (engines.size() == 1) {
      return Optional.of(engines.get(0));
    }
    problems.add(
        engines.isEmpty()
            ? MESSAGES.noEngine(quoted(Settings.groupNames(values)))
            : MESSAGES.severalEngines(quoted(names)));
    return Optional.empty();
  }

  private Optional<Engine> chosen(String name, List<String> names) {
    Optional<Engine> found = engines.stream().filter(e -> e.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      String there =
          names.isEmpty() ? "none was" : quoted(names) + (names.size() == 1 ? " was" : " were");
      problems.add(MESSAGES.engineNotFound(name, there));
    }
    return found;
  }

  static String quoted(Collection<String> names) {
    return names.stream()
        .map(name -> "'" + name + "'")
        .reduce((a, b) -> a + ", " + b)
        .orElse("none");
  }
}
