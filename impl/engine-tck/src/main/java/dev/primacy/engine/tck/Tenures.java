package dev.primacy.engine.tck;

import dev.primacy.FencingToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who was let in under which token and when, on one monotonic clock, and what of it must not be:
 * two holders of one token, a token that falls, two primaries at once.
 *
 * <p>Each admission took effect between two readings of the clock. Only what is certain is a
 * problem: an admission that began after another one had ended came after it.
 */
final class Tenures {
  private final Object lock = new Object();

  // guarded by lock
  private final Map<FencingToken, Tenure> tenures = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * What is known of one token.
   *
   * @param holder the node let in under it
   * @param token the token
   * @param firstEnd when its first admission had certainly happened
   * @param lastBegin when its last admission had certainly not happened yet
   */
  record Tenure(String holder, FencingToken token, long firstEnd, long lastBegin) {
    private Tenure until(long begin) {
      return new Tenure(holder, token, firstEnd, begin);
    }

    private boolean certainlyAfter(Tenure other) {
      return lastBegin - other.firstEnd > 0;
    }

    @Override
    public String toString() {
      return "term %d of scope %s on %s".formatted(token.term(), token.scope(), holder);
    }
  }

  /** A node was let in, at some instant between two readings of the clock. */
  void admitted(String node, FencingToken token, long begin, long end) {
    synchronized (lock) {
      Tenure known = tenures.get(token);
      if (known == null) {
        tenures.put(token, new Tenure(node, token, end, begin));
      } else if (known.holder().equals(node)) {
        tenures.put(token, known.until(begin));
      } else {
        problems.add(known + " is held by " + node + " as well");
      }
    }
  }

  /** What must not have been; empty if all is well. */
  List<String> problems() {
    synchronized (lock) {
      List<String> found = new ArrayList<>(problems);
      List<Tenure> all = new ArrayList<>(tenures.values());
      for (Tenure one : all) {
        for (Tenure other : all) {
          problem(one, other).ifPresent(found::add);
        }
      }
      return found.stream().distinct().toList();
    }
  }

  private static Optional<String> problem(Tenure one, Tenure other) {
    if (!one.token().isComparableWith(other.token())) {
      return one.certainlyAfter(other) && other.certainlyAfter(one)
          ? Optional.of("two primaries at once: " + one + ", " + other)
          : Optional.empty();
    }
    return other.token().supersedes(one.token()) && one.certainlyAfter(other)
        ? Optional.of(one + " was let in " + overlap(one, other) + " after " + other)
        : Optional.empty();
  }

  private static Duration overlap(Tenure one, Tenure other) {
    return Duration.ofNanos(one.lastBegin() - other.firstEnd());
  }

  /** All tenures so far, in the order in which they began. */
  List<Tenure> all() {
    synchronized (lock) {
      return tenures.values().stream().sorted(Comparator.comparingLong(Tenure::firstEnd)).toList();
    }
  }

  Optional<Tenure> of(FencingToken token) {
    synchronized (lock) {
      return Optional.ofNullable(tenures.get(token));
    }
  }

  /** The shortest time between the end of one tenure and the start of the next. */
  Optional<Duration> smallestGap() {
    List<Tenure> inOrder = all();
    Optional<Duration> smallest = Optional.empty();
    for (int i = 1; i < inOrder.size(); i++) {
      long nanos = inOrder.get(i).firstEnd() - inOrder.get(i - 1).lastBegin();
      Duration gap = Duration.ofNanos(nanos);
      smallest = smallest.filter(least -> least.compareTo(gap) <= 0).or(() -> Optional.of(gap));
    }
    return smallest;
  }
}
