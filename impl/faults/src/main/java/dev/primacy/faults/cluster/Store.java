package dev.primacy.faults.cluster;

import java.util.List;
import java.util.Map;

/** What the nodes keep their records in. */
public interface Store extends AutoCloseable {

  /** The settings by which a node, numbered from 1, finds it. */
  Map<String, String> settings(int node);

  /** Beginnings of the names of the libraries that nodes need for it. */
  List<String> libraries();

  /** Starts it, also again on the same data. */
  void start() throws Exception;

  /** SIGKILL to all of it. */
  void kill();

  /** SIGSTOP to all of it. */
  void pause();

  /** SIGCONT. */
  void resume();

  /** Everything in it is gone; it runs on. */
  void wipe() throws Exception;

  @Override
  void close();
}
