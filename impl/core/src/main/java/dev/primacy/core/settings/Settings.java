package dev.primacy.core.settings;

import dev.primacy.core.elector.ElectionPolicy;
import dev.primacy.core.elector.Timing;
import dev.primacy.spi.Engine;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The validated configuration.
 *
 * @param mode what it amounts to
 * @param engine the engine; empty unless clustered
 * @param cluster the cluster's name
 * @param groups the groups in ascending order; empty when standalone
 * @param defaultGroup the group meant where none is named; empty if several are configured and none
 *     is the default, or if there is a cluster and none is configured
 * @param node what this node says about itself
 * @param timing the lease and what follows from it
 * @param observers how role changes treat observers and calls under way
 * @param values everything else, by key
 * @since 0.1
 */
public record Settings(
    Mode mode,
    Optional<Engine> engine,
    String cluster,
    List<GroupSettings> groups,
    Optional<String> defaultGroup,
    NodeDescription node,
    Timing timing,
    ObserverSettings observers,
    SettingValues values) {

  /** The name of the only group when none is configured. */
  public static final String STANDALONE_GROUP = "default";

  private static final Duration TOMBSTONES = Duration.ofHours(1);

  /**
   * Makes typed settings of a reading without problems.
   *
   * @param reading the reading
   * @param nodeName the node's name unless configured
   * @return the settings
   */
  public static Settings of(Reading reading, String nodeName) {
    SettingValues values = reading.values();
    return new Settings(
        reading.mode(),
        reading.engine(),
        values.text("primacy.cluster").orElseThrow(),
        groups(values),
        defaultGroup(values, reading.mode()),
        node(values, nodeName),
        timing(values),
        observers(values),
        values);
  }

  static Set<String> groupNames(SettingValues values) {
    Set<String> names = new TreeSet<>(values.names("primacy.groups"));
    values.configured("primacy.group").ifPresent(names::add);
    return names;
  }

  private static List<GroupSettings> groups(SettingValues values) {
    return groupNames(values).stream().map(name -> group(values, name)).toList();
  }

  /**
   * The settings of a group, whether or not it is configured.
   *
   * @param name its name
   * @return its own settings, else those of all groups
   */
  public GroupSettings group(String name) {
    return group(values, name);
  }

  /**
   * The settings of a group, some of them said at run time.
   *
   * @param name its name
   * @param more values by the last part of their keys, without {@link #problem}
   * @return its own settings, else those of all groups
   */
  public GroupSettings group(String name, Map<String, String> more) {
    return group(values.with(belowGroup(name, more)), name);
  }

  /**
   * What is wrong with settings of a group that are said at run time.
   *
   * @param name its name
   * @param more values by the last part of their keys
   * @return a numbered message; empty if nothing is
   */
  public Optional<String> problem(String name, Map<String, String> more) {
    return belowGroup(name, more).entrySet().stream()
        .flatMap(
            each -> ValueChecks.problem(values.table(), each.getKey(), each.getValue()).stream())
        .findFirst();
  }

  private static Map<String, String> belowGroup(String name, Map<String, String> more) {
    Map<String, String> whole = new TreeMap<>();
    more.forEach((key, value) -> whole.put("primacy.groups." + name + "." + key, value));
    return whole;
  }

  private static GroupSettings group(SettingValues values, String name) {
    boolean later = values.text("primacy.groups." + name + ".join").equals(Optional.of("later"));
    ElectionPolicy policy = policy(values, name);
    boolean ruled = policy == ElectionPolicy.RULE_BASED;
    return new GroupSettings(
        name, policy, later, ruled ? Optional.of(RuleRows.of(values, name)) : Optional.empty());
  }

  private static ElectionPolicy policy(SettingValues values, String group) {
    String text =
        values
            .text("primacy.groups." + group + ".election")
            .or(() -> values.text("primacy.election"))
            .orElseThrow();
    return ElectionPolicy.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static Optional<String> defaultGroup(SettingValues values, Mode mode) {
    Set<String> names = groupNames(values);
    if (names.isEmpty()) {
      return mode == Mode.CLUSTERED ? Optional.empty() : Optional.of(STANDALONE_GROUP);
    }
    return values
        .configured("primacy.group")
        .or(() -> names.size() == 1 ? names.stream().findFirst() : Optional.empty());
  }

  private static NodeDescription node(SettingValues values, String nodeName) {
    return new NodeDescription(
        values.text("primacy.node.name").orElse(nodeName),
        values.text("primacy.node.url").map(URI::create),
        values.integer("primacy.node.priority"),
        values.flag("primacy.node.passive"),
        values.below("primacy.node.attributes."));
  }

  private static Timing timing(SettingValues values) {
    Duration lease = values.duration("primacy.lease").orElseThrow();
    return new Timing(
        lease,
        values.decimal("primacy.drift"),
        values.duration("primacy.renew-every").orElse(lease.dividedBy(3)),
        values.duration("primacy.request-timeout").orElse(lease.dividedBy(4)),
        values.duration("primacy.lease.longest").orElse(lease),
        TOMBSTONES);
  }

  private static ObserverSettings observers(SettingValues values) {
    return new ObserverSettings(
        values.duration("primacy.observers.timeout").orElseThrow(),
        values.duration("primacy.observers.stall").orElseThrow(),
        values.text("primacy.promotion.on-failure").orElseThrow().equals("step-down"),
        values.duration("primacy.drain-timeout").orElseThrow(),
        values.integer("primacy.dispatch.threads"));
  }
}
