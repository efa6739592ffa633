package dev.primacy.quarkus.scenarios;

import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.ObserverFailed;
import dev.primacy.servers.Journal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;

/** Observers of one event, of which the first two throw: one as declared, one not. */
@ApplicationScoped
public class Crowd {
  @Inject Journal journal;

  /** Made by the container. */
  public Crowd() {}

  void first(@Observes @Priority(1) NodeRoleChanged change) throws IOException {
    journal.write("crowd", "first", change.seq());
    throw new IOException("first");
  }

  void second(@Observes @Priority(2) NodeRoleChanged change) {
    journal.write("crowd", "second", change.seq());
    throw new IllegalStateException("second");
  }

  void third(@Observes @Priority(3) NodeRoleChanged change) {
    journal.write("crowd", "third", change.seq());
  }

  void failed(@Observes ObserverFailed failed) {
    journal.write("crowd-failed", failed.failure().getClass().getSimpleName());
  }
}
