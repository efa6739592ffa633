package dev.primacy.admin;

import dev.primacy.cdi.GuardedMethod;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * A line of the guard report.
 *
 * @param method class and method
 * @param group its group
 * @param enforcedBy the layers
 */
record GuardLine(String method, String group, List<String> enforcedBy) {
  GuardLine {
    enforcedBy = List.copyOf(enforcedBy);
  }

  static GuardLine of(GuardedMethod guarded) {
    List<String> layers = guarded.enforcedBy().stream().map(Json::word).toList();
    return new GuardLine(guarded.name(), guarded.spec().group(), layers);
  }

  JsonObject json() {
    return Json.object()
        .add("method", method)
        .add("group", group)
        .add("enforcedBy", Json.array(enforcedBy, Json.PROVIDER::createValue))
        .build();
  }
}
