package dev.primacy.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lists, sets and maps do to each thing in them. */
final class Elements {
  private Elements() {}

  static void write(Sheet sheet, Collection<?> values, Form form) throws UnfitException {
    sheet.beginList();
    int i = 0;
    for (Object value : values) {
      write(sheet, value, form, "[" + i++ + "]");
    }
    sheet.end();
  }

  static void write(Sheet sheet, @Nullable Object value, Form form, String where)
      throws UnfitException {
    try {
      if (value == null) {
        throw new UnfitException("is null");
      }
      form.write(sheet, value);
    } catch (UnfitException unfit) {
      throw unfit.in(where);
    }
  }

  static List<Object> read(Object json, Form form) throws UnfitException {
    if (!(json instanceof List<?> list)) {
      throw new UnfitException("is no list");
    }
    List<Object> values = new ArrayList<>(list.size());
    for (Object each : list) {
      values.add(read(each, form, "[" + values.size() + "]"));
    }
    return values;
  }

  /** Nothing may be read for what may be missing, but an element is not missing. */
  static Object read(@Nullable Object json, Form form, String where) throws UnfitException {
    try {
      if (json != null) {
        return form.read(json);
      }
      if (form instanceof OptionalForm optional) {
        return optional.missing();
      }
      throw new UnfitException("is null");
    } catch (UnfitException unfit) {
      throw unfit.in(where);
    }
  }
}
