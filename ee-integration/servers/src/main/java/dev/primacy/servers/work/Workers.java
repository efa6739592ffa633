package dev.primacy.servers.work;

import dev.primacy.event.NodeRoleChanged;
import dev.primacy.servers.Journal;
import jakarta.enterprise.concurrent.ManageableThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Says whose thread an observer runs on: the server's, by Jakarta Concurrency, or another. */
@ApplicationScoped
public class Workers {
  @Inject Journal journal;

  /** Made by the container. */
  public Workers() {}

  void changed(@Observes NodeRoleChanged change) {
    Thread thread = Thread.currentThread();
    journal.write(
        "thread", thread instanceof ManageableThread ? "managed" : thread.getClass().getName());
  }
}
