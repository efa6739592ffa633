package dev.primacy.testkit.sample;

import dev.primacy.Membership;
import dev.primacy.NodeRole;
import dev.primacy.event.Became;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.testkit.TestNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;

/** Callback on the renewal thread: works, waits or fires inside an observer. */
final class Callback {
  private Callback() {}

  @ApplicationScoped
  static class Slow {
    @Inject Archive archive;

    void lead(@Observes @Became(NodeRole.PRIMARY) NodeRoleChanged change) {
      archive.load();
    }
  }

  @ApplicationScoped
  static class Waiting {
    @Inject Membership membership;

    void lead(@Observes @Became(NodeRole.PRIMARY) NodeRoleChanged change) {
      // told behind this very event, so it never ends
      membership.stepDown().toCompletableFuture().join();
    }
  }

  @ApplicationScoped
  static class Reentrant {
    @Inject Event<NodeRoleChanged> again;

    void lead(@Observes @Became(NodeRole.PRIMARY) NodeRoleChanged change) {
      again.fire(
          new NodeRoleChanged(
              change.group(),
              change.node(),
              change.seq(),
              change.previous(),
              change.current(),
              change.standing(),
              change.token(),
              change.cause(),
              change.at()));
    }
  }

  @ApplicationScoped
  static class Mended {
    @Inject Archive archive;
    @Inject TestNode node;

    void lead(@Observes @Became(NodeRole.PRIMARY) NodeRoleChanged change) {
      CompletableFuture<Boolean> unused = node.begin(this::load);
    }

    private boolean load() {
      archive.load();
      return true;
    }
  }
}
