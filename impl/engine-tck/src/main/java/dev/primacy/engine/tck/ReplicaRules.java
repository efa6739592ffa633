package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Servers that crash one after the other agree on what was written, for good. */
interface ReplicaRules {

  /**
   * Figure 8 of the Raft paper (Ongaro and Ousterhout, 2014, section 5.4.2): two writes of unknown
   * outcome, each known to one server only, and each server in turn the one that others learn from.
   */
  @Test
  default void crashes_in_an_unlucky_order_never_give_one_version_two_contents(Bench bench)
      throws Exception {
    bench.require(Ability.REPLICAS);
    Replicas servers = Replicas.of(bench);
    servers.write(0);
    servers.kill(1, 2);
    servers.attempt(0);
    servers.kill(0);
    servers.start(1, 2);
    servers.kill(2);
    servers.attempt(1);
    servers.kill(1);
    servers.start(0, 2);
    servers.kill(0);
    servers.start(1);
    servers.start(0);
    assertThat(servers.history().problems()).isEmpty();
  }
}
