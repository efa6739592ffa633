package dev.primacy.json;

import java.util.Optional;

/**
 * What may be there or not: left out of objects, {@code null} elsewhere.
 *
 * @param content what it may hold
 */
record OptionalForm(Form content) implements Form {
  @Override
  public void write(Sheet sheet, Object value) throws UnfitException {
    Optional<?> optional = (Optional<?>) value;
    if (optional.isPresent()) {
      content.write(sheet, optional.get());
    } else {
      sheet.writeNothing();
    }
  }

  @Override
  public Object read(Object json) throws UnfitException {
    return Optional.of(content.read(json));
  }

  @Override
  public Object missing() {
    return Optional.empty();
  }

  @Override
  public boolean isEmpty(Object value) {
    return ((Optional<?>) value).isEmpty();
  }

  @Override
  public void refuse(Refusals found, String where) {
    content.refuse(found, where);
  }
}
