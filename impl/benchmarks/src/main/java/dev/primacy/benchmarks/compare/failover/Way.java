package dev.primacy.benchmarks.compare.failover;

import dev.primacy.benchmarks.compare.cohort.Member;

/** How a leader goes. */
enum Way {
  KILL {
    @Override
    void apply(Member leader) {
      leader.kill();
    }
  },
  STOP {
    @Override
    void apply(Member leader) {
      leader.terminate();
    }
  };

  abstract void apply(Member leader);
}
