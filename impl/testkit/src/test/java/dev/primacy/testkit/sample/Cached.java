package dev.primacy.testkit.sample;

import dev.primacy.Membership;
import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Cached boolean: looks at what it was told of its role some time ago. */
final class Cached {
  private Cached() {}

  /** What both forms do. */
  interface Job {
    void run();
  }

  @ApplicationScoped
  static class Wrong implements Job {
    @Inject Archive archive;
    private volatile boolean leading;

    void role(@Observes NodeRoleChanged change) {
      leading = change.token().isPresent();
    }

    @Override
    public void run() {
      if (leading) {
        archive.write("a row");
      }
    }
  }

  @ApplicationScoped
  static class Mended implements Job {
    @Inject Archive archive;
    @Inject Membership membership;

    @Override
    public void run() {
      if (membership.isPrimary()) {
        archive.write("a row");
      }
    }
  }
}
