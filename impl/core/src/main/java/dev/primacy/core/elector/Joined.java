package dev.primacy.core.elector;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A group this node takes part in, and when it is its turn again. */
final class Joined {

  final GroupTrack track;
  final Acquisition acquisition;

  /** In the order of joining. */
  final int number;

  /** On the monotonic clock; null if only an input brings something to do. */
  @Nullable Long due;

  /** It is being left, and forgotten as soon as it is held no more. */
  boolean parting;

  /** As it was counted last. */
  Optional<UUID> holder = Optional.empty();

  Joined(GroupTrack track, Acquisition acquisition, int number) {
    this.track = track;
    this.acquisition = acquisition;
    this.number = number;
  }

  /** When time itself brings something to do; the latest if it does not before. */
  long wakeUp(long latest) {
    return acquisition.nextWakeUp(track.nextWakeUp(latest));
  }
}
