package dev.primacy.benchmarks.event;

import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Ten observers, also of every subclass. */
@ApplicationScoped
public class TenListeners {
  private long heard;

  void first(@Observes NodeRoleChanged change) {
    heard += change.seq();
  }

  void second(@Observes NodeRoleChanged change) {
    heard += change.seq();
  }

  void third(@Observes NodeRoleChanged change) {
    heard += change.seq();
  }

  void fourth(@Observes NodeRoleChanged change) {
    heard += change.seq();
  }

  void fifth(@Observes NodeRoleChanged change) {
    heard += change.seq();
  }

  void sixth(@Observes NodeRoleChanged change) {
    heard += change.seq();
  }

  void seventh(@Observes NodeRoleChanged change) {
    heard += change.seq();
  }

  void eighth(@Observes NodeRoleChanged change) {
    heard += change.seq();
  }

  void ninth(@Observes NodeRoleChanged change) {
    heard += change.seq();
  }

  void tenth(@Observes NodeRoleChanged change) {
    heard += change.seq();
  }

  /** What it came to; reads it, so that nothing can be left out. */
  public long heard() {
    return heard;
  }
}
