package dev.primacy.benchmarks.event;

import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** One observer. */
@ApplicationScoped
public class OneListener {
  private long heard;

  void hear(@Observes NodeRoleChanged change) {
    heard += change.seq();
  }

  /** What it came to; reads it, so that nothing can be left out. */
  public long heard() {
    return heard;
  }
}
