package dev.primacy.core.view;

import dev.primacy.ClusterNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Lets nodes that publish the same share one copy of it: most nodes of a cluster do. */
final class SharedAttributes {
  private static final int REMEMBERED = 256;

  private final Recent<Map<String, String>> maps = new Recent<>();
  private final Recent<Set<String>> groups = new Recent<>();

  /** The values met last; those met long ago are forgotten, which costs nothing but memory. */
  private static final class Recent<T> extends LinkedHashMap<T, T> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<T, T> eldest) {
      return size() > REMEMBERED;
    }

    T share(T value) {
      T known = putIfAbsent(value, value);
      return known == null ? value : known;
    }
  }

  ClusterNode share(ClusterNode node) {
    return new ClusterNode(
        node.id(),
        node.endpoint(),
        groups.share(node.groups()),
        node.priority(),
        node.passive(),
        maps.share(node.attributes()));
  }
}
