package dev.primacy.core.monitor;

import dev.primacy.ClusterNode;
import dev.primacy.watch.CallbackType;
import dev.primacy.watch.ClusterMonitorBuilder;
import dev.primacy.watch.MonitorError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything a monitor told, one line each. */
final class Heard {
  final List<String> lines = new CopyOnWriteArrayList<>();
  final List<MonitorError> errors = new CopyOnWriteArrayList<>();

  ClusterMonitorBuilder<ClusterNode> all(ClusterMonitorBuilder<ClusterNode> builder) {
    for (CallbackType kind : CallbackType.values()) {
      builder.onError(
          kind,
          error -> {
            errors.add(error);
            lines.add("error " + error.kind());
          });
    }
    return builder
        .onJoined(node -> lines.add("joined " + node.id().name()))
        .onJoinedRaw(raw -> lines.add("raw n" + raw.incarnation().getLeastSignificantBits()))
        .onLeft(count -> lines.add("left " + count))
        .onUpdated(count -> lines.add("updated " + count))
        .onGroupAltered(what -> lines.add("altered"))
        .onGroupDropped(group -> lines.add("dropped " + group))
        .onStopped((end, detail) -> lines.add("stopped " + end));
  }

  /** What was told since this was asked last. */
  List<String> take() {
    List<String> taken = new ArrayList<>(lines);
    lines.clear();
    return taken;
  }
}
