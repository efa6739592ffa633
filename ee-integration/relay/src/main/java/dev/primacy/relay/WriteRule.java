package dev.primacy.relay;

import dev.primacy.spi.StoreException;
import java.util.UUID;

/** What a follower may write. */
@FunctionalInterface
interface WriteRule {

  /**
   * Judges a write before it happens.
   *
   * @throws Refused if it must not happen
   * @throws StoreException if that cannot be judged, as the store did not answer
   */
  void check(UUID follower, Question.Asked write)
      throws Refused, StoreException, InterruptedException;
}
