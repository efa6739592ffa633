package dev.primacy.demo.launch;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * One node to be started.
 *
 * @param name the node's name
 * @param url where it answers, with a slash at its end
 * @param command the process
 * @param restart the line that brings it back by hand
 * @param ports every port it will listen on, with what for
 * @param output what becomes of what it prints
 */
record NodePlan(
    String name,
    URI url,
    List<String> command,
    String restart,
    Map<Integer, String> ports,
    Output output) {
  /** The address all nodes of the demo listen on. */
  static final String HOST = "127.0.0.1";

  /** What becomes of a node's output. */
  enum Output {
    /** It is the node's own lines: shown as they are. */
    SHOWN,
    /** It is a server's log: only its Primacy lines are shown, under the node's name. */
    FILTERED
  }

  NodePlan {
    command = List.copyOf(command);
    ports = Map.copyOf(ports);
  }
}
