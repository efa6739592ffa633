package dev.primacy.benchmarks;

import dev.primacy.benchmarks.broadcast.BroadcastRow;
import dev.primacy.benchmarks.endpoint.EndpointRow;
import dev.primacy.benchmarks.event.DeliveryRow;
import dev.primacy.benchmarks.event.HandOffRow;
import dev.primacy.benchmarks.footprint.BootRow;
import dev.primacy.benchmarks.footprint.JarSizesRow;
import dev.primacy.benchmarks.guard.CheckRow;
import dev.primacy.benchmarks.guard.InterceptorRow;
import dev.primacy.benchmarks.guard.RefusalRow;
import dev.primacy.benchmarks.nodes.ChurnRow;
import dev.primacy.benchmarks.nodes.NodesRow;
import java.util.List;

/** All there is to measure, in the order of the table. */
final class Rows {
  private Rows() {}

  static List<Row> all() {
    return List.of(
        new CheckRow(),
        new RefusalRow(),
        new InterceptorRow(),
        new HandOffRow(),
        new DeliveryRow(),
        new NodesRow(),
        new ChurnRow(),
        new BroadcastRow(),
        new EndpointRow(),
        new BootRow(),
        new JarSizesRow());
  }
}
