package dev.primacy.json;

/** True or false. */
record TruthForm() implements Form {
  @Override
  public void write(Sheet sheet, Object value) {
    sheet.write((Boolean) value);
  }

  @Override
  public Object read(Object json) throws UnfitException {
    if (json instanceof Boolean truth) {
      return truth;
    }
    throw new UnfitException("is neither true nor false");
  }

  @Override
  public Object missing() {
    return false;
  }
}
