package dev.primacy.core.settings;

import static dev.primacy.core.CoreMessages.MESSAGES;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds keys below {@code primacy.} that no row describes: most are misspelt, and all are lost. */
final class UnknownKeys {
  private static final Set<String> ENGINES =
      Set.of("memory", "zookeeper", "jdbc", "kubernetes", "relay");

  private final SettingValues values;
  private final Set<String> engines;

  UnknownKeys(SettingValues values, Set<String> engines) {
    this.values = values;
    this.engines = engines;
  }

  List<String> messages() {
    return new TreeSet<>(values.source().keys())
        .stream()
            .filter(key -> key.startsWith("primacy."))
            .filter(key -> values.table().find(key).isEmpty())
            .map(this::message)
            .toList();
  }

  private String message(String key) {
    String[] segments = key.split("\\.", 3);
    boolean absent = ENGINES.contains(segments[1]) && !engines.contains(segments[1]);
    return absent
        ? MESSAGES.keyOfAbsentEngine(key, segments[1])
        : MESSAGES.unknownKey(key, nearest(key));
  }

  private String nearest(String key) {
    return values.table().rows().stream()
        .map(row -> row.description().key())
        .min(Comparator.comparingInt(known -> distance(key, known)))
        .orElseThrow();
  }

  /** Levenshtein's, with one row of the matrix. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
