package dev.primacy.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record, as an object with a member for each component. */
final class RecordForm implements Form {
  private static final ClassValue<RecordForm> ALL =
      new ClassValue<>() {
        @Override
        protected RecordForm computeValue(Class<?> type) {
          return new RecordForm(type);
        }
      };

  private final Class<?> type;
  private final Constructor<?> constructor;
  private final Parts parts;

  private RecordForm(Class<?> type) {
    this.type = type;
    List<RecordComponent> components = List.of(type.getRecordComponents());
    Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException("a record has its canonical constructor", impossible);
    }
    constructor.setAccessible(true);
    this.parts = new Parts(components);
  }

  static RecordForm of(Class<?> type) {
    return ALL.get(type);
  }

  @Override
  public void write(Sheet sheet, Object value) throws UnfitException {
    sheet.beginObject();
    parts.write(sheet, value);
    sheet.end();
  }

  @Override
  public Object read(Object json) throws UnfitException {
    Object[] values = parts.read(Members.of(json)).toArray();
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException thrown) {
      throw refused(thrown.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private UnfitException refused(@Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return new UnfitException("is refused by " + type.getName() + ": " + thrown);
  }

  @Override
  public void refuse(Refusals found, String where) {
    if (found.isNew(type)) {
      parts.refuse(found, where);
    }
  }
}
