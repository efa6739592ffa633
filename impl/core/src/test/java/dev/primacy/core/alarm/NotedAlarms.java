package dev.primacy.core.alarm;

import dev.primacy.control.AlarmKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A board that remembers what was put up and taken down, each once. */
final class NotedAlarms implements AlarmBoard {
  final List<String> noted = new ArrayList<>();
  final Map<String, String> active = new LinkedHashMap<>();

  @Override
  public void raise(AlarmKind kind, String subject, String text) {
    String key = kind.wireName() + " " + subject;
    if (active.putIfAbsent(key, text) == null) {
      noted.add("raised " + key);
    }
  }

  @Override
  public void clear(AlarmKind kind, String subject) {
    String key = kind.wireName() + " " + subject;
    if (active.remove(key) != null) {
      noted.add("cleared " + key);
    }
  }
}
