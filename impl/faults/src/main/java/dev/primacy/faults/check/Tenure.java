package dev.primacy.faults.check;

import dev.primacy.FencingToken;
import dev.primacy.faults.history.Admission;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What is certain of the time in which calls acted under one token.
 *
 * @param token the token
 * @param first some call had been let in under it by then
 * @param last some call was let in under it after that
 * @param early the call that shows the first
 * @param late the call that shows the last
 */
record Tenure(FencingToken token, long first, long last, Admission early, Admission late) {

  /** The tenures that admissions show, in no order. */
  static Collection<Tenure> of(Collection<Admission> admissions) {
    Map<FencingToken, Tenure> tenures = new HashMap<>();
    for (Admission admission : admissions) {
      tenures.merge(admission.token(), of(admission), Tenure::with);
    }
    return tenures.values();
  }

  private static Tenure of(Admission one) {
    return new Tenure(one.token(), one.entered(), one.arrived(), one, one);
  }

  private Tenure with(Tenure other) {
    boolean sooner = other.first - first < 0;
    boolean later = other.last - last > 0;
    return new Tenure(
        token,
        sooner ? other.first : first,
        later ? other.last : last,
        sooner ? other.early : early,
        later ? other.late : late);
  }

  /** Whether it certainly lasted until after another one had begun. */
  boolean outlasts(Tenure other) {
    return last - other.first > 0;
  }

  /** For how long, in nanoseconds. */
  long by(Tenure other) {
    return last - other.first;
  }

  @Override
  public String toString() {
    return "term %d of scope %s (%s)".formatted(token.term(), token.scope(), early.process());
  }
}
