package dev.primacy.faults.history;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One fault, from its beginning until all was well again.
 *
 * @param fault its name
 * @param began when it was about to be caused
 * @param healed when nothing was broken any more
 * @param recovered when the group had one primary that wrote, known to all nodes; empty if it had
 *     none within the bound
 * @param bound how long that may take from {@code healed}, in nanoseconds
 */
public record Episode(String fault, long began, long healed, OptionalLong recovered, long bound)
    implements Entry {
  static final String KIND = "episode";

  static Episode of(Words words) {
    return new Episode(
        words.next(),
        words.number(),
        words.number(),
        words.perhaps().map(Long::valueOf).map(OptionalLong::of).orElse(OptionalLong.empty()),
        words.number());
  }

  @Override
  public String line() {
    Optional<Long> end =
        recovered.isPresent() ? Optional.of(recovered.getAsLong()) : Optional.empty();
    return Words.line(KIND, fault, began, healed, end, bound);
  }
}
