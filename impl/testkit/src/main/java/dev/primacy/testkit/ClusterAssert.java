package dev.primacy.testkit;

import java.util.List;
import org.assertj.core.api.AbstractAssert;

/**
 * What can be asserted of a cluster.
 *
 * @since 0.1
 */
public final class ClusterAssert extends AbstractAssert<ClusterAssert, Cluster> {
  ClusterAssert(Cluster cluster) {
    super(cluster, ClusterAssert.class);
  }

  private List<TestNode> primaries() {
    return actual.nodes().stream().filter(TestNode::isPrimary).toList();
  }

  /**
   * Exactly one node is the primary of the default group.
   *
   * @return this
   */
  public ClusterAssert hasOnePrimary() {
    if (primaries().size() != 1) {
      throw failure(
          "Expected one primary at %s but found %s among %s",
          actual.elapsed(), primaries(), actual.nodes());
    }
    return this;
  }

  /**
   * No node is the primary of the default group.
   *
   * @return this
   */
  public ClusterAssert hasNoPrimary() {
    if (!primaries().isEmpty()) {
      throw failure("Expected no primary at %s but found %s", actual.elapsed(), primaries());
    }
    return this;
  }

  /**
   * No rule was broken so far.
   *
   * @return this
   */
  public ClusterAssert keptTheRules() {
    actual.verify();
    return this;
  }
}
