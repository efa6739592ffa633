package dev.primacy.servers.launch;

import java.util.List;

/**
 * What a server has after a full collection.
 *
 * @param threads their names
 * @param loaders class loaders, of applications and of the server, those of the JVM's reflection
 *     left out
 * @param applications how many class loaders have loaded a class of the application
 * @param sockets that are open
 * @param heapKiB heap in use
 */
public record Footprint(
    List<String> threads, int loaders, int applications, int sockets, long heapKiB) {

  /** Ours among the threads. */
  public List<String> ours() {
    return threads.stream().filter(name -> name.startsWith("primacy-")).toList();
  }
}
