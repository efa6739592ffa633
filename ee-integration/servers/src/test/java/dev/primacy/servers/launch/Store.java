package dev.primacy.servers.launch;

import java.util.Map;

/** What the nodes of a cluster keep their records in, and how a node is told of it. */
public interface Store extends AutoCloseable {

  /** The settings of a node that are about the store. */
  Map<String, String> settings(String node);

  @Override
  void close();
}
