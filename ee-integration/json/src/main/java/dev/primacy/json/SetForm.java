package dev.primacy.json;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A set, in the order in which it was written.
 *
 * @param element of what
 */
record SetForm(Form element) implements Form {
  @Override
  public void write(Sheet sheet, Object value) throws UnfitException {
    Elements.write(sheet, (Set<?>) value, element);
  }

  @Override
  public Object read(Object json) throws UnfitException {
    return Collections.unmodifiableSet(new LinkedHashSet<>(Elements.read(json, element)));
  }

  @Override
  public Object missing() {
    return Set.of();
  }

  @Override
  public void refuse(Refusals found, String where) {
    element.refuse(found, where + "[]");
  }
}
