package dev.primacy.benchmarks.compare.safety;

import dev.primacy.benchmarks.compare.node.Operation;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What several processes did as leaders, judged. Only what is certain counts: an answer may be as
 * old as the question.
 *
 * @param together for how many milliseconds at least two of them were at it at the same time
 * @param stale operations that were let in although another one had become the leader meanwhile
 * @param thefts how often one began while another one still was at it
 * @param vacant for how many milliseconds at most none of them was
 * @param led whether one was in the end
 */
record Judgement(double together, long stale, long thefts, double vacant, boolean led) {

  /** None has to be at it until then when it is looked. */
  private static final long RECENT_NANOS = 500_000_000;

  /**
   * Judges.
   *
   * @param all of every process there was
   * @param from when what was to be judged began
   * @param until when it was over, and all of them still lived
   */
  static Judgement of(List<Journal> all, long from, long until) {
    long together = 0;
    long longest = 0;
    long vacantSince = from;
    long[] times = boundaries(all, from, until);
    for (int i = 1; i < times.length; i++) {
      long time = times[i];
      long active = all.stream().filter(one -> one.isActive(time)).count();
      together += active > 1 ? time - times[i - 1] : 0;
      vacantSince = active > 0 ? time : vacantSince;
      longest = Math.max(longest, time - vacantSince);
    }
    boolean led = until - vacantSince < RECENT_NANOS;
    return new Judgement(
        together / 1e6, stale(all, from, until), thefts(all, from, until), longest / 1e6, led);
  }

  /** Between two of them nothing begins or ends. */
  private static long[] boundaries(List<Journal> all, long from, long until) {
    LongStream ends =
        all.stream()
            .flatMap(one -> one.spans().stream())
            .flatMapToLong(span -> LongStream.of(span.begin(), span.end()))
            .filter(time -> time > from && time < until);
    return LongStream.concat(LongStream.of(from, until), ends).sorted().distinct().toArray();
  }

  private static long stale(List<Journal> all, long from, long until) {
    return all.stream()
        .mapToLong(
            one ->
                one.operations().stream()
                    .filter(operation -> operation.asked() >= from && operation.asked() < until)
                    .filter(operation -> isStale(operation, one, all))
                    .count())
        .sum();
  }

  /** Whether another one became the leader after this one did, and before the operation. */
  private static boolean isStale(Operation operation, Journal by, List<Journal> all) {
    long since = by.beginningOf(operation);
    return beginnings(all, by).anyMatch(begin -> since < begin && begin < operation.asked());
  }

  private static LongStream beginnings(List<Journal> all, Journal but) {
    return others(all, but)
        .flatMapToLong(one -> one.beginnings().values().stream().mapToLong(Long::longValue));
  }

  private static Stream<Journal> others(List<Journal> all, Journal but) {
    return all.stream().filter(one -> !one.process().equals(but.process()));
  }

  private static long thefts(List<Journal> all, long from, long until) {
    return all.stream()
        .mapToLong(
            one ->
                one.beginnings().values().stream()
                    .filter(begin -> begin >= from && begin < until)
                    .filter(begin -> others(all, one).anyMatch(other -> other.isActive(begin)))
                    .count())
        .sum();
  }
}
