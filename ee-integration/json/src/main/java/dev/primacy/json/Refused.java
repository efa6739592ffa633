package dev.primacy.json;

import java.lang.reflect.Type;

/**
 * What has no form.
 *
 * @param type the type
 */
record Refused(Type type) implements Form {
  @Override
  public void write(Sheet sheet, Object value) throws UnfitException {
    throw unfit();
  }

  @Override
  public Object read(Object json) throws UnfitException {
    throw unfit();
  }

  @Override
  public Object missing() throws UnfitException {
    throw unfit();
  }

  private UnfitException unfit() {
    return new UnfitException("is a " + type.getTypeName() + ", which has no form as JSON");
  }

  @Override
  public void refuse(Refusals found, String where) {
    found.add(where, type.getTypeName());
  }
}
