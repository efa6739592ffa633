package dev.primacy.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What has no form within an event, found by walking through its form once. */
final class Refusals {

  /**
   * A part that has no form.
   *
   * @param where the names of components, joined by dots
   * @param type its type
   */
  record Refusal(String where, String type) {}

  private final Set<Class<?>> seen = new HashSet<>();
  private final List<Refusal> found = new ArrayList<>();

  /** Whether a record is met for the first time: one may contain itself. */
  boolean isNew(Class<?> type) {
    return seen.add(type);
  }

  void add(String where, String type) {
    found.add(new Refusal(where, type));
  }

  List<Refusal> all() {
    return List.copyOf(found);
  }
}
