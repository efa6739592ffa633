package dev.primacy.benchmarks.broadcast;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.ObservesAsync;

/** Ten observers of what an application fires asynchronously, without Primacy. */
@Dependent
class TenAsyncEars {

  static void first(@ObservesAsync Integer number) {
    TenEars.TICKS.increment();
  }

  static void second(@ObservesAsync Integer number) {
    TenEars.TICKS.increment();
  }

  static void third(@ObservesAsync Integer number) {
    TenEars.TICKS.increment();
  }

  static void fourth(@ObservesAsync Integer number) {
    TenEars.TICKS.increment();
  }

  static void fifth(@ObservesAsync Integer number) {
    TenEars.TICKS.increment();
  }

  static void sixth(@ObservesAsync Integer number) {
    TenEars.TICKS.increment();
  }

  static void seventh(@ObservesAsync Integer number) {
    TenEars.TICKS.increment();
  }

  static void eighth(@ObservesAsync Integer number) {
    TenEars.TICKS.increment();
  }

  static void ninth(@ObservesAsync Integer number) {
    TenEars.TICKS.increment();
  }

  static void tenth(@ObservesAsync Integer number) {
    TenEars.TICKS.increment();
  }
}
