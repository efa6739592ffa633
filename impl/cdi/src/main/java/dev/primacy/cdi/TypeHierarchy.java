package dev.primacy.cdi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The supertypes of a class, nearest first.
 *
 * @param classes the class itself and its superclasses without {@code Object}; empty for an
 *     interface
 * @param interfaces every interface of any of them, the class itself if it is one
 */
record TypeHierarchy(List<Class<?>> classes, List<Class<?>> interfaces) {

  static TypeHierarchy of(Class<?> type) {
    List<Class<?>> classes = new ArrayList<>();
    Set<Class<?>> interfaces = new LinkedHashSet<>();
    if (type.isInterface()) {
      addInterface(type, interfaces);
    }
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      if (!c.isInterface()) {
        classes.add(c);
      }
      for (Class<?> i : c.getInterfaces()) {
        addInterface(i, interfaces);
      }
    }
    return new TypeHierarchy(List.copyOf(classes), List.copyOf(interfaces));
  }

  private static void addInterface(Class<?> type, Set<Class<?>> interfaces) {
    if (interfaces.add(type)) {
      for (Class<?> parent : type.getInterfaces()) {
        addInterface(parent, interfaces);
      }
    }
  }

  /** The class a person wrote: containers subclass it, and mark what they generate as synthetic. */
  static Class<?> written(Class<?> type) {
    Class<?> c = type;
    while (c.isSynthetic() && c.getSuperclass() != null && c.getSuperclass() != Object.class) {
      c = c.getSuperclass();
    }
    return c;
  }
}
