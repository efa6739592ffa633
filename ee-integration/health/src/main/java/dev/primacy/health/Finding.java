package dev.primacy.health;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a look at a node came to.
 *
 * @param up whether all is well
 * @param data facts for people, in the order of their names; texts, numbers and truth values
 */
record Finding(boolean up, Map<String, Object> data) {
  Finding {
    data = Collections.unmodifiableMap(new TreeMap<>(data));
  }
}
