package dev.primacy.core.elector;

import java.util.UUID;

/**
 * How much a node is preferred for something: by priority, then by a rendezvous hash, so that every
 * node comes to the same order and many groups spread over all nodes.
 *
 * @param priority the greater the sooner
 * @param hash the greater the sooner
 * @param incarnation decides between equals
 */
record Preference(int priority, long hash, UUID incarnation) {

  static Preference of(String topic, int priority, UUID incarnation) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < topic.length(); i++) {
      hash = (hash ^ topic.charAt(i)) * 0x100000001b3L;
    }
    hash = mixed(hash ^ incarnation.getMostSignificantBits());
    return new Preference(
        priority, mixed(hash ^ incarnation.getLeastSignificantBits()), incarnation);
  }

  boolean isBefore(Preference other) {
    if (priority != other.priority) {
      return priority > other.priority;
    }
    return hash != other.hash ? hash > other.hash : incarnation.compareTo(other.incarnation) > 0;
  }

  /** The finalizer of SplitMix64 (Steele, Lea, Flood, 2014). */
  private static long mixed(long value) {
    long mix = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mix = (mix ^ (mix >>> 27)) * 0x94d049bb133111ebL;
    return mix ^ (mix >>> 31);
  }
}
