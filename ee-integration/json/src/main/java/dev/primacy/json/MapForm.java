package dev.primacy.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map by text, in the order in which it was written.
 *
 * @param element to what
 */
record MapForm(Form element) implements Form {
  @Override
  public void write(Sheet sheet, Object value) throws UnfitException {
    sheet.beginObject();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
      if (!(entry.getKey() instanceof String name)) {
        throw new UnfitException("has a key that is no text");
      }
      sheet.writeName(name);
      Elements.write(sheet, entry.getValue(), element, "[" + Quoted.of(name) + "]");
    }
    sheet.end();
  }

  @Override
  public Object read(Object json) throws UnfitException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : Members.of(json).entrySet()) {
      String where = "[" + Quoted.of(entry.getKey()) + "]";
      values.put(entry.getKey(), Elements.read(entry.getValue(), element, where));
    }
    return Collections.unmodifiableMap(values);
  }

  @Override
  public Object missing() {
    return Map.of();
  }

  @Override
  public void refuse(Refusals found, String where) {
    element.refuse(found, where + "[]");
  }
}
