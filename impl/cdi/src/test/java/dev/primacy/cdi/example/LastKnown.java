package dev.primacy.cdi.example;

import dev.primacy.ClusterNode;
import dev.primacy.watch.NodeCursor;
import dev.primacy.watch.NodeWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** What a node published last, in a file: so it is known at the next start, before any store is. */
public record LastKnown(Path file) {

  /** Until the watch ends; to be called on a thread of its own. */
  public void keep(NodeWatch watch, String nodeName) throws InterruptedException, IOException {
    try (NodeCursor cursor = watch.cursor(nodeName)) {
      while (cursor.next()) {
        write(cursor.node());
      }
    }
  }

  private void write(ClusterNode node) throws IOException {
    Properties attributes = new Properties();
    attributes.putAll(node.attributes());
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try (var out = Files.newBufferedWriter(next)) {
      attributes.store(out, null);
    }
    // never half of it, whenever this process ends
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
