package dev.primacy.faults.history;

/**
 * One thing that was seen. All times are nanoseconds of the monotonic clock, which on Linux is one
 * for all processes of the machine.
 */
public sealed interface Entry permits Admission, Arrival, Call, Episode, Reading, RoleChange {

  /** One line, from which {@link #parse} makes an equal entry. */
  String line();

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Entry parse(String line) {
    Words words = new Words(line);
    String kind = words.next();
    return switch (kind) {
      case Admission.KIND -> Admission.of(words);
      case Arrival.KIND -> Arrival.of(words);
      case Call.KIND -> Call.of(words);
      case Episode.KIND -> Episode.of(words);
      case Reading.KIND -> Reading.of(words);
      case RoleChange.KIND -> RoleChange.of(words);
      default -> throw new IllegalArgumentException("no kind of entry: " + kind);
    };
  }
}
