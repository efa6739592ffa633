package dev.primacy.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Components of a record with their forms, found when they are needed: one may be of its type. */
final class Parts {

  private record Part(String name, Method accessor, Form form) {
    static Part of(RecordComponent component) {
      component.getAccessor().setAccessible(true);
      return new Part(
          component.getName(), component.getAccessor(), Forms.of(component.getGenericType()));
    }

    Object value(Object owner) throws UnfitException {
      try {
        Object value = accessor.invoke(owner);
        if (value == null) {
          throw new UnfitException("is null");
        }
        return value;
      } catch (InvocationTargetException thrown) {
        throw new UnfitException("cannot be asked for: " + thrown.getCause());
      } catch (IllegalAccessException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    void write(Sheet sheet, Object owner) throws UnfitException {
      try {
        Object value = value(owner);
        if (!form.isEmpty(value)) {
          sheet.writeName(name);
          form.write(sheet, value);
        }
      } catch (UnfitException unfit) {
        throw unfit.in(name);
      }
    }

    Object read(@Nullable Object json) throws UnfitException {
      try {
        return json == null ? form.missing() : form.read(json);
      } catch (UnfitException unfit) {
        throw unfit.in(name);
      }
    }
  }

  private final List<RecordComponent> components;
  private volatile @Nullable List<Part> known;

  Parts(List<RecordComponent> components) {
    this.components = components;
  }

  private List<Part> all() {
    List<Part> all = known;
    if (all == null) {
      all = components.stream().map(Part::of).toList();
      known = all;
    }
    return all;
  }

  void write(Sheet sheet, Object owner) throws UnfitException {
    for (Part part : all()) {
      part.write(sheet, owner);
    }
  }

  /** Members that nothing here is called like are those of another version, and left alone. */
  List<Object> read(Map<String, Object> members) throws UnfitException {
    List<Object> values = new ArrayList<>(components.size());
    for (Part part : all()) {
      values.add(part.read(members.get(part.name())));
    }
    return values;
  }

  void refuse(Refusals found, String where) {
    for (Part part : all()) {
      part.form().refuse(found, where.isEmpty() ? part.name() : where + "." + part.name());
    }
  }
}
