package dev.primacy.testkit.sample;

import dev.primacy.Membership;
import dev.primacy.NodeRole;
import dev.primacy.event.Lost;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Release first: lets go before the guard has closed, or stops when another one leads already. */
final class Release {
  private Release() {}

  /** What all forms do. */
  interface Work {
    void handOver();
  }

  @ApplicationScoped
  static class Early implements Work {
    @Inject Archive archive;
    @Inject Membership membership;

    @Override
    public void handOver() {
      archive.disconnect();
      var unused = membership.stepDown();
    }
  }

  @ApplicationScoped
  static class Late implements Work {
    @Inject Archive archive;
    @Inject Membership membership;

    void stop(@Observes @Lost(NodeRole.PRIMARY) NodeRoleChanged change) {
      archive.write("the last row");
    }

    @Override
    public void handOver() {
      var unused = membership.stepDown();
    }
  }

  @ApplicationScoped
  static class Mended implements Work {
    @Inject Archive archive;
    @Inject Membership membership;

    void stop(@Observes NodeRoleChanging change) {
      if (change.from() == NodeRole.PRIMARY) {
        archive.write("the last row");
        archive.disconnect();
      }
    }

    @Override
    public void handOver() {
      var unused = membership.stepDown();
    }
  }
}
