package dev.primacy.core.runtime;

import dev.primacy.core.elector.Action;
import dev.primacy.core.elector.Input;
import java.util.List;

/** Several who see what the driver sees, in this order. */
record Witnesses(List<ElectorDriver.Witness> all) implements ElectorDriver.Witness {

  @Override
  public void saw(Action action) {
    all.forEach(one -> one.saw(action));
  }

  @Override
  public void answered(Input answer) {
    all.forEach(one -> one.answered(answer));
  }

  @Override
  public void endOfBatch() {
    all.forEach(ElectorDriver.Witness::endOfBatch);
  }
}
