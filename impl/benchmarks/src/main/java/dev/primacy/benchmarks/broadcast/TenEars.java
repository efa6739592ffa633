package dev.primacy.benchmarks.broadcast;

import dev.primacy.event.FromCluster;
import dev.primacy.event.NodeJoined;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.LongAdder;

/** Ten observers that do nothing but count; static, as empty observers of no bean. */
@Dependent
class TenEars {
  static final LongAdder TICKS = new LongAdder();
  static final LongAdder NODES = new LongAdder();

  static void first(@Observes @FromCluster Tick tick) {
    TICKS.increment();
  }

  static void firstNode(@Observes NodeJoined joined) {
    NODES.increment();
  }

  static void second(@Observes @FromCluster Tick tick) {
    TICKS.increment();
  }

  static void secondNode(@Observes NodeJoined joined) {
    NODES.increment();
  }

  static void third(@Observes @FromCluster Tick tick) {
    TICKS.increment();
  }

  static void thirdNode(@Observes NodeJoined joined) {
    NODES.increment();
  }

  static void fourth(@Observes @FromCluster Tick tick) {
    TICKS.increment();
  }

  static void fourthNode(@Observes NodeJoined joined) {
    NODES.increment();
  }

  static void fifth(@Observes @FromCluster Tick tick) {
    TICKS.increment();
  }

  static void fifthNode(@Observes NodeJoined joined) {
    NODES.increment();
  }

  static void sixth(@Observes @FromCluster Tick tick) {
    TICKS.increment();
  }

  static void sixthNode(@Observes NodeJoined joined) {
    NODES.increment();
  }

  static void seventh(@Observes @FromCluster Tick tick) {
    TICKS.increment();
  }

  static void seventhNode(@Observes NodeJoined joined) {
    NODES.increment();
  }

  static void eighth(@Observes @FromCluster Tick tick) {
    TICKS.increment();
  }

  static void eighthNode(@Observes NodeJoined joined) {
    NODES.increment();
  }

  static void ninth(@Observes @FromCluster Tick tick) {
    TICKS.increment();
  }

  static void ninthNode(@Observes NodeJoined joined) {
    NODES.increment();
  }

  static void tenth(@Observes @FromCluster Tick tick) {
    TICKS.increment();
  }

  static void tenthNode(@Observes NodeJoined joined) {
    NODES.increment();
  }
}
