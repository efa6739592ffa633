package dev.primacy.core.monitor;

import dev.primacy.ClusterNode;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import dev.primacy.watch.PayloadDecoder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is tried once more before a record counts as one that cannot be decoded. */
final class SecondTry<T> {
  private final PayloadDecoder<T> decoder;
  private final MonitorSource source;

  SecondTry(PayloadDecoder<T> decoder, MonitorSource source) {
    this.decoder = decoder;
    this.source = source;
  }

  /** The application's picture; its decoder may learn anew, once. */
  T decode(ClusterNode node) throws Exception {
    try {
      return made(decoder.decode(node));
    } catch (Exception first) {
      try {
        decoder.refresh();
        return made(decoder.decode(node));
      } catch (Exception second) {
        if (second != first) {
          second.addSuppressed(first);
        }
        throw second;
      }
    }
  }

  private static <T> T made(@Nullable T picture) {
    if (picture == null) {
      throw new IllegalStateException("the decoder made nothing of it");
    }
    return picture;
  }

  /**
   * The record as it stands in the store now: it may have been written again, or been damaged on
   * its way.
   *
   * @return the one given if the store does not tell; empty if it is gone, or nobody wants to know
   */
  Optional<StoredRecord> read(StoredRecord record) {
    try {
      return source.read(record.key());
    } catch (StoreException silent) {
      return Optional.of(record);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
