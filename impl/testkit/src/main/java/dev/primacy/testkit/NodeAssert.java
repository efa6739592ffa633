package dev.primacy.testkit;

import dev.primacy.NotPrimaryException;
import dev.primacy.event.ClusterEvent;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * What can be asserted of a node.
 *
 * @since 0.1
 */
public final class NodeAssert extends AbstractAssert<NodeAssert, TestNode> {
  NodeAssert(TestNode node) {
    super(node, NodeAssert.class);
  }

  /**
   * It is the primary of the default group.
   *
   * @return this
   */
  public NodeAssert isPrimary() {
    if (!actual.isPrimary()) {
      throw failure("Expected %s to be the primary", actual);
    }
    return this;
  }

  /**
   * It is up, and not the primary of the default group.
   *
   * @return this
   */
  public NodeAssert isSecondary() {
    if (!actual.isUp() || actual.isPrimary()) {
      throw failure("Expected %s to be a secondary", actual);
    }
    return this;
  }

  /**
   * A call is refused, since this node is not the primary.
   *
   * @param call of a bean of this node
   * @return this
   */
  public NodeAssert refuses(ThrowingCallable call) {
    try {
      call.call();
    } catch (NotPrimaryException refused) {
      return this;
    } catch (Throwable other) {
      throw unexpected("refuse the call", other);
    }
    throw failure("Expected %s to refuse the call, but it was let in", actual);
  }

  /**
   * A call is let in and returns.
   *
   * @param call of a bean of this node
   * @return this
   */
  public NodeAssert admits(ThrowingCallable call) {
    try {
      call.call();
      return this;
    } catch (Throwable refused) {
      throw unexpected("let the call in", refused);
    }
  }

  private AssertionError unexpected(String expected, Throwable thrown) {
    AssertionError failed = failure("Expected %s to %s, but it threw %s", actual, expected, thrown);
    failed.initCause(thrown);
    return failed;
  }

  /**
   * Observers of this node were told an event of a type.
   *
   * @param type of event
   * @return this
   */
  public NodeAssert heard(Class<? extends ClusterEvent> type) {
    if (count(type) == 0) {
      throw failure(
          "Expected %s to have heard %s but it heard %s", actual, type.getSimpleName(), types());
    }
    return this;
  }

  /**
   * Observers of this node were told so many events of a type.
   *
   * @param times how many
   * @param type of event
   * @return this
   */
  public NodeAssert heard(int times, Class<? extends ClusterEvent> type) {
    if (count(type) != times) {
      throw failure(
          "Expected %s to have heard %s %s times but it heard %s",
          actual, type.getSimpleName(), times, types());
    }
    return this;
  }

  private long count(Class<? extends ClusterEvent> type) {
    return actual.events().stream().filter(type::isInstance).count();
  }

  private List<String> types() {
    return actual.events().stream().map(event -> event.getClass().getSimpleName()).toList();
  }
}
