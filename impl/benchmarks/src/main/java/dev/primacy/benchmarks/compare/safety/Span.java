package dev.primacy.benchmarks.compare.safety;

import dev.primacy.benchmarks.compare.node.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * A time during which a node took itself for the leader, or still did what it had begun as such.
 *
 * @param begin on the machine's monotonic clock, in nanoseconds
 * @param end the last moment of it, not before the first one
 * @param tenure of that node
 */
record Span(long begin, long end, long tenure) {

  /**
   * Answers that are further apart say nothing of the time between them: the process was stopped,
   * or had no processor.
   */
  private static final long APART_NANOS = 100_000_000;

  /**
   * What the operations of a node come to: from the first yes, once it was given, to when the last
   * one was asked for: it certainly led, by its own judgement, at least so long. An operation that
   * took a while is a span of its own.
   *
   * @param operations in the order of their asking
   */
  static List<Span> of(List<Operation> operations) {
    List<Span> spans = new ArrayList<>();
    Span last = new Span(0, 0, 0);
    for (Operation next : operations) {
      if (next.lasted()) {
        spans.add(new Span(next.admitted(), next.ended(), next.tenure()));
      } else if (last.isContinuedBy(next)) {
        last = new Span(last.begin(), Math.max(last.end(), next.asked()), last.tenure());
      } else {
        spans.add(last);
        last = new Span(next.admitted(), next.admitted(), next.tenure());
      }
    }
    spans.add(last);
    return spans;
  }

  private boolean isContinuedBy(Operation next) {
    return next.tenure() == tenure && next.asked() - end <= APART_NANOS;
  }

  /** Whether it was so until this moment. */
  boolean covers(long time) {
    return begin < time && time <= end;
  }
}
