package dev.primacy.core.monitor;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.core.settings.SettingText;
import dev.primacy.watch.CallbackType;
import dev.primacy.watch.ClusterMonitor;
import dev.primacy.watch.ClusterMonitorBuilder;
import dev.primacy.watch.MonitorEnd;
import dev.primacy.watch.MonitorError;
import dev.primacy.watch.MonitorOptions;
import dev.primacy.watch.PayloadDecoder;
import dev.primacy.watch.RawRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Collects what a monitor is to do, and everything that is wrong with it. One thread at a time. */
final class MonitorBuilder<T> implements ClusterMonitorBuilder<T> {
  private static final int SHOWN = 80;

  private final @Nullable String group;
  private final @Nullable PayloadDecoder<T> decoder;
  private final Function<MonitorPlan<T>, ClusterMonitor> maker;
  private final List<Consumer<? super T>> decoded = new ArrayList<>();
  private final List<Consumer<? super RawRecord>> raw = new ArrayList<>();
  private final List<Consumer<? super Integer>> left = new ArrayList<>();
  private final List<Consumer<? super Integer>> updated = new ArrayList<>();
  private final List<Consumer<? super String>> altered = new ArrayList<>();
  private final List<Consumer<? super String>> dropped = new ArrayList<>();
  private final Map<CallbackType, List<Consumer<? super MonitorError>>> errors =
      new EnumMap<>(CallbackType.class);
  private final List<BiConsumer<MonitorEnd, String>> stopped = new ArrayList<>();
  private final Set<CallbackType> given = EnumSet.noneOf(CallbackType.class);
  private final List<String> problems = new ArrayList<>();
  private MonitorOptions options;

  /**
   * @param group what the caller gave, whether or not it is a name
   * @param decoder what the caller gave, whether or not it is there
   */
  MonitorBuilder(
      @Nullable String group,
      @Nullable PayloadDecoder<T> decoder,
      MonitorOptions defaults,
      Function<MonitorPlan<T>, ClusterMonitor> maker) {
    this.group = group;
    this.decoder = decoder;
    this.options = defaults;
    this.maker = maker;
  }

  @Override
  public ClusterMonitorBuilder<T> onJoined(Consumer<? super T> callback) {
    return add(CallbackType.JOINED_DECODED, decoded, callback);
  }

  @Override
  public ClusterMonitorBuilder<T> onJoinedRaw(Consumer<? super RawRecord> callback) {
    return add(CallbackType.JOINED_RAW, raw, callback);
  }

  @Override
  public ClusterMonitorBuilder<T> onLeft(IntConsumer callback) {
    return add(CallbackType.LEFT, left, counting(callback));
  }

  @Override
  public ClusterMonitorBuilder<T> onUpdated(IntConsumer callback) {
    return add(CallbackType.UPDATED, updated, counting(callback));
  }

  private static @Nullable Consumer<Integer> counting(@Nullable IntConsumer callback) {
    return callback == null ? null : callback::accept;
  }

  @Override
  public ClusterMonitorBuilder<T> onGroupAltered(Consumer<String> callback) {
    return add(CallbackType.GROUP_ALTERED, altered, callback);
  }

  @Override
  public ClusterMonitorBuilder<T> onGroupDropped(Consumer<String> callback) {
    return add(CallbackType.GROUP_DROPPED, dropped, callback);
  }

  private <E> ClusterMonitorBuilder<T> add(
      CallbackType kind, List<E> callbacks, @Nullable E callback) {
    if (callback == null) {
      problems.add(MESSAGES.monitorCallbackMissing(kind.name()));
    } else {
      given.add(kind);
      callbacks.add(callback);
    }
    return this;
  }

  @Override
  public ClusterMonitorBuilder<T> onError(
      CallbackType kind, Consumer<? super MonitorError> callback) {
    if (kind == null || callback == null) {
      problems.add(MESSAGES.monitorCallbackMissing("error of " + kind));
    } else {
      errors.computeIfAbsent(kind, first -> new ArrayList<>()).add(callback);
    }
    return this;
  }

  @Override
  public ClusterMonitorBuilder<T> onStopped(BiConsumer<MonitorEnd, String> callback) {
    if (callback == null) {
      problems.add(MESSAGES.monitorCallbackMissing("stopped"));
    } else {
      stopped.add(callback);
    }
    return this;
  }

  @Override
  public ClusterMonitorBuilder<T> options(MonitorOptions next) {
    if (next == null) {
      problems.add(MESSAGES.monitorPartMissing("options"));
    } else {
      options = next;
    }
    return this;
  }

  @Override
  public ClusterMonitor build() {
    String name = group;
    PayloadDecoder<T> reader = decoder;
    List<String> all = new ArrayList<>(problems);
    check(name, reader, all);
    if (name == null || reader == null || !all.isEmpty()) {
      throw new IllegalArgumentException(
          MESSAGES.monitorProblems(all.size(), "\n  " + String.join("\n  ", all)));
    }
    return maker.apply(
        new MonitorPlan<>(
            name, reader, raw, decoded, left, updated, altered, dropped, errors, stopped, options));
  }

  private void check(
      @Nullable String name, @Nullable PayloadDecoder<T> reader, List<String> found) {
    if (name == null || !SettingText.isName(name)) {
      found.add(MESSAGES.badGroupName(shown(String.valueOf(name))));
    }
    if (reader == null) {
      found.add(MESSAGES.monitorPartMissing("decoder"));
    }
    if (given.isEmpty()) {
      found.add(MESSAGES.monitorWithoutCallbacks());
    } else if (given.stream().noneMatch(CallbackType::isWatched)) {
      found.add(MESSAGES.monitorWatchesNothing(given.toString()));
    }
  }

  /** Fit for a log, whatever it is. */
  private static String shown(String name) {
    String text = name.replaceAll("\\p{Cntrl}", "?");
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
  }
}
