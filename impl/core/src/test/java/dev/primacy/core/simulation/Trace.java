package dev.primacy.core.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What happened: always as a hash, as text only when somebody wants to read it. */
final class Trace {

  private final Schedule time;
  private final boolean readable;
  private final List<String> lines = new ArrayList<>();
  private long hash = 1;

  Trace(Schedule time, boolean readable) {
    this.time = time;
    this.readable = readable;
  }

  void add(int who, int what, Supplier<String> text) {
    hash = (hash * 31 + time.now()) * 0x9E3779B97F4A7C15L + who * 1021L + what;
    if (readable) {
      lines.add(String.format("%10.3f ms  %s", time.now() / 1e6, text.get()));
    }
  }

  long hash() {
    return hash;
  }

  List<String> lines() {
    return lines;
  }
}
