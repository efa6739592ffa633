package dev.primacy.benchmarks.guard;

import dev.primacy.Membership;
import dev.primacy.NodeRole;
import dev.primacy.event.Became;
import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A container whose application holds its group. */
public final class HeldContainer implements AutoCloseable {
  private static final int PATIENCE = 60;

  private final SeContainer container;

  /**
   * Boots, and waits until this node is primary.
   *
   * @param beans what is measured
   */
  public HeldContainer(Class<?>... beans) {
    container =
        SeContainerInitializer.newInstance()
            .addBeanClasses(beans)
            .addBeanClasses(Arrival.class)
            .initialize();
    bean(Arrival.class).await();
  }

  public <T> T bean(Class<T> type) {
    return container.select(type).get();
  }

  /** Ends the container; a role that was lost on the way would make the figures worthless. */
  @Override
  public void close() {
    boolean held = bean(Membership.class).isPrimary();
    container.close();
    if (!held) {
      throw new IllegalStateException("the role was lost while measuring");
    }
  }

  /** Lets go of whoever waits once this node is primary. */
  @ApplicationScoped
  public static class Arrival {
    private final CountDownLatch primary = new CountDownLatch(1);

    void arrived(@Observes @Became(NodeRole.PRIMARY) NodeRoleChanged change) {
      primary.countDown();
    }

    void await() {
      try {
        if (!primary.await(PATIENCE, TimeUnit.SECONDS)) {
          throw new IllegalStateException("not primary after " + PATIENCE + " s");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted before this node was primary", e);
      }
    }
  }
}
