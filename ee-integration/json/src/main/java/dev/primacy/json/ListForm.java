package dev.primacy.json;

import java.util.List;

/**
 * A list.
 *
 * @param element of what
 */
record ListForm(Form element) implements Form {
  @Override
  public void write(Sheet sheet, Object value) throws UnfitException {
    Elements.write(sheet, (List<?>) value, element);
  }

  @Override
  public Object read(Object json) throws UnfitException {
    return List.copyOf(Elements.read(json, element));
  }

  @Override
  public Object missing() {
    return List.of();
  }

  @Override
  public void refuse(Refusals found, String where) {
    element.refuse(found, where + "[]");
  }
}
