package dev.primacy.testkit;

/**
 * Assertions on clusters and their nodes, to be imported beside AssertJ's own.
 *
 * @since 0.1
 */
public final class ClusterAssertions {
  private ClusterAssertions() {}

  /**
   * Begins an assertion.
   *
   * @param cluster looked at as it is now: no time passes
   * @return what can be asserted
   */
  public static ClusterAssert assertThat(Cluster cluster) {
    return new ClusterAssert(cluster);
  }

  /**
   * Begins an assertion.
   *
   * @param node looked at as it is now: no time passes
   * @return what can be asserted
   */
  public static NodeAssert assertThat(TestNode node) {
    return new NodeAssert(node);
  }
}
