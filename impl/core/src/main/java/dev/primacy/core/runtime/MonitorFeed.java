package dev.primacy.core.runtime;

import dev.primacy.core.dispatch.NamedThreads;
import dev.primacy.core.elector.Action;
import dev.primacy.core.elector.Input;
import dev.primacy.core.monitor.LiveMonitors;
import dev.primacy.core.monitor.MonitorSource;
import dev.primacy.core.settings.Settings;
import dev.primacy.core.settings.WatchSettings;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Hands what the lease thread sees to the monitors, and lets them look for themselves. */
final class MonitorFeed implements ElectorDriver.Witness {
  private final LiveMonitors monitors;

  MonitorFeed(LiveMonitors monitors) {
    this.monitors = monitors;
  }

  @Override
  public void answered(Input answer) {
    if (answer instanceof Input.Found found) {
      monitors.found(found.records());
    }
  }

  @Override
  public void saw(Action action) {
    if (action instanceof Action.NodeRecordSeen seen) {
      monitors.seen(seen.record());
    } else if (action instanceof Action.NodeGone gone) {
      monitors.gone(gone.incarnation());
    } else if (action instanceof Action.NodesListed) {
      monitors.foundAll();
    } else if (action instanceof Action.Died) {
      // the next incarnation sees with new eyes, and does not say what it does not see any more
      monitors.lookAnew();
    }
  }

  @Override
  public void endOfBatch() {
    monitors.endOfBatch();
  }

  /** The monitors of an application. */
  static LiveMonitors monitors(RuntimeSetup setup, Settings settings, MonitorSource source) {
    return new LiveMonitors(
        WatchSettings.of(settings.values()).monitors(),
        source,
        setup.clocks(),
        new NamedThreads(setup.application(), "monitor", setup.threads()));
  }

  /** The store that is there at the time. */
  static MonitorSource source(StoreKeeper keeper) {
    return new MonitorSource() {
      @Override
      public List<StoredRecord> list() throws StoreException, InterruptedException {
        return keeper.store().list();
      }

      @Override
      public Optional<StoredRecord> read(RecordKey key)
          throws StoreException, InterruptedException {
        return keeper.store().read(key);
      }

      @Override
      public OptionalLong lastAnswer() {
        return keeper.contact().lastAnswerNanos();
      }
    };
  }
}
