package dev.primacy.faults.cluster;

import dev.primacy.faults.network.Command;
import java.util.stream.Stream;

/** Signals to processes. */
final class Signal {
  private Signal() {}

  /** Sends one, to a process and all below it. */
  static void send(String name, ProcessHandle process) {
    Stream.concat(Stream.of(process), process.descendants())
        .filter(ProcessHandle::isAlive)
        .forEach(one -> Command.run("kill", "-" + name, Long.toString(one.pid())));
  }
}
