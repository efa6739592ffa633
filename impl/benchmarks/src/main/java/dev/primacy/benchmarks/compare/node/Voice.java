package dev.primacy.benchmarks.compare.node;

import java.io.PrintStream;

/** What a contender's process says, a word and a number a line. Safe on any thread. */
final class Voice {
  private final PrintStream out;

  Voice(PrintStream out) {
    this.out = out;
  }

  /** Something that happened just now. */
  void say(String word) {
    say(word, System.nanoTime());
  }

  void say(String word, long number) {
    out.println(word + ' ' + number);
    out.flush();
  }
}
