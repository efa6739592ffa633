package dev.primacy.faults.check;

import dev.primacy.faults.history.History;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Once a call was let in under a greater token, none is under a lower one, on whatever node. */
final class OnePrimaryAtATime implements Rule {

  @Override
  public String name() {
    return "after the first call under a greater token no node lets one in under a lower one";
  }

  @Override
  public List<String> breaches(History history) {
    Collection<Tenure> tenures = Tenure.of(history.admissions());
    List<String> found = new ArrayList<>();
    for (Tenure one : tenures) {
      for (Tenure other : tenures) {
        breach(one, other).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<String> breach(Tenure one, Tenure other) {
    if (!one.token().isComparableWith(other.token())) {
      return interleaved(one, other);
    }
    return other.token().supersedes(one.token()) && one.outlasts(other)
        ? Optional.of(describe(one, other))
        : Optional.empty();
  }

  /** Which scope came first is not known; but not both can have. Told once of the two. */
  private static Optional<String> interleaved(Tenure one, Tenure other) {
    boolean inOrder = one.token().scope().compareTo(other.token().scope()) < 0;
    return inOrder && one.outlasts(other) && other.outlasts(one)
        ? Optional.of(describe(one, other))
        : Optional.empty();
  }

  private static String describe(Tenure one, Tenure other) {
    return "%s let %s in %d ms after %s had let %s in"
        .formatted(
            one,
            one.late().id(),
            TimeUnit.NANOSECONDS.toMillis(one.by(other)),
            other,
            other.early().id());
  }
}
