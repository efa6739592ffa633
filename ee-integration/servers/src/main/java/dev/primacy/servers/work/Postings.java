package dev.primacy.servers.work;

import dev.primacy.NodeRole;
import dev.primacy.PrimaryOnly;
import dev.primacy.event.Lost;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.servers.Journal;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Writes down what became of transactions of the primary. */
@ApplicationScoped
public class Postings {
  private static final long PATIENCE = 60;

  private volatile CompletableFuture<NodeRoleChanged> lost = new CompletableFuture<>();

  @Inject Journal journal;

  @SuppressWarnings("NullAway.Init") // by the container
  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry transactions;

  /** Made by the container. */
  public Postings() {}

  void noLongerPrimary(@Observes @Lost(NodeRole.PRIMARY) NodeRoleChanged change) {
    CompletableFuture<NodeRoleChanged> ended = lost;
    lost = new CompletableFuture<>();
    ended.complete(change);
  }

  /**
   * Posts at once.
   *
   * @param id of the posting
   */
  @Transactional
  @PrimaryOnly
  public void post(String id) {
    transactions.registerInterposedSynchronization(new Outcome(id));
  }

  /**
   * Posts, and is not done before the role is gone.
   *
   * @param id of the posting
   */
  @Transactional
  @PrimaryOnly
  public void postTooLate(String id) {
    CompletableFuture<NodeRoleChanged> end = lost;
    transactions.registerInterposedSynchronization(new Outcome(id));
    journal.write("posting", id);
    end.orTimeout(PATIENCE, TimeUnit.SECONDS).join(); // an interrupt is no reason to end
  }

  private final class Outcome implements Synchronization {
    private final String id;

    Outcome(String id) {
      this.id = id;
    }

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      journal.write("posted", id, status == Status.STATUS_COMMITTED ? "committed" : "undone");
    }
  }
}
