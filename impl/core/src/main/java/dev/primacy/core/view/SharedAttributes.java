package dev.primacy.core.view;

import dev.primacy.ClusterNode;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Lets nodes that publish the same share one copy of it: most nodes of a cluster do. */
final class SharedAttributes {
  private final Shared<Map<String, String>> maps = new Shared<>();
  private final Shared<Set<String>> groups = new Shared<>();

  /** Values that are in use; what no node publishes any more is gone, however large it was. */
  private static final class Shared<T> {
    private final Map<T, WeakReference<T>> known = new WeakHashMap<>();

    T share(T value) {
      WeakReference<T> found = known.get(value);
      @Nullable T same = found == null ? null : found.get();
      if (same == null) {
        known.put(value, new WeakReference<>(value));
        return value;
      }
      return same;
    }
  }

  ClusterNode share(ClusterNode node) {
    return new ClusterNode(
        node.id(),
        node.endpoint(),
        groups.share(node.groups()),
        node.priority(),
        node.passive(),
        node.lifecycle(),
        maps.share(node.attributes()),
        node.status());
  }
}
