package dev.primacy.engine.tck;

/**
 * One of the servers that a service consists of; its disk outlives it.
 *
 * @since 0.1
 */
public interface Replica {

  /**
   * Ends it as a crash would, in the middle of whatever it does. Does nothing if it is not running.
   *
   * @throws Exception if that failed, which fails the test
   */
  void kill() throws Exception;

  /**
   * Starts it with what its disk kept, at the address it had. It may need others to be of use. Does
   * nothing if it is running.
   *
   * @throws Exception if that failed, which fails the test
   */
  void start() throws Exception;
}
