package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;

import dev.primacy.core.settings.WatchSettings;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import dev.primacy.watch.DecodeFailureMode;
import dev.primacy.watch.RawRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Asks the store once more, and tells every group, when a record cannot be read. */
record DecodeFailures(
    DecodeFailureMode mode,
    Supplier<RecordStore> store,
    Scribe scribe,
    Steps loop,
    Supplier<Collection<GroupCycle>> cycles)
    implements RecordFeed.Unread {

  static DecodeFailures of(Machinery machinery) {
    return new DecodeFailures(
        WatchSettings.of(machinery.settings.values()).decodeFailure(),
        machinery.keeper::store,
        machinery.scribe,
        machinery.loop,
        machinery.cycles::values);
  }

  @Override
  public Optional<StoredRecord> again(StoredRecord record) throws InterruptedException {
    try {
      return store.get().read(record.key());
    } catch (StoreException silent) {
      return Optional.of(record);
    }
  }

  @Override
  public void log(String message, RawRecord raw) {
    scribe.write(() -> LOG.undecodable(message, raw.toString()));
  }

  @Override
  public void altered(String detail, Runnable then) {
    loop.post(
        () -> {
          CompletableFuture<?>[] told =
              List.copyOf(cycles.get()).stream()
                  .map(cycle -> cycle.announcer().formatAltered(detail))
                  .toArray(CompletableFuture<?>[]::new);
          var unused = CompletableFuture.allOf(told).thenRun(then);
        });
  }
}
