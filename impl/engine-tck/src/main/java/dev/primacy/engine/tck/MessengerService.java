package dev.primacy.engine.tck;

import dev.primacy.spi.MessengerProvider;
import java.util.List;
import java.util.Optional;

/**
 * A messenger under test and what its nodes share: what its author supplies, and all the suite
 * knows of it.
 *
 * <p>One object serves one contract class: it is started before its first test and closed after the
 * last. Each test has clusters of its own, whose nodes all run in this JVM.
 *
 * @since 0.1
 */
public interface MessengerService {

  /** The nodes a cluster may have; any of them may be there or not. */
  List<String> NODES = List.of("n1", "n2", "n3");

  /**
   * The messenger under test.
   *
   * @return the same always
   */
  MessengerProvider provider();

  /**
   * Starts what the nodes share.
   *
   * @throws Exception if it did not start, which fails the tests
   */
  default void start() throws Exception {}

  /**
   * What a node gets to know: its cluster, its name and the settings with which it finds the others
   * of its cluster, and them only.
   *
   * @param cluster a name; unlike any before in each test
   * @param node one of {@link #NODES}; the same may come again after it was closed
   * @return others each time
   * @throws Exception if that failed, which fails the test
   */
  Surroundings surroundings(String cluster, String node) throws Exception;

  /**
   * What a node gets to know if it is never to start, such as an address that is taken.
   *
   * @param cluster a name, unlike any before
   * @return empty if there is no such thing; then it is not tested that nothing is left
   * @throws Exception if that failed, which fails the test
   */
  default Optional<Surroundings> unable(String cluster) throws Exception {
    return Optional.empty();
  }

  /**
   * Stops what the nodes share for good.
   *
   * @throws Exception if that failed, which fails the contract class
   */
  default void close() throws Exception {}
}
