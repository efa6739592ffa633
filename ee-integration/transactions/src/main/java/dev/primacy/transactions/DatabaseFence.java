package dev.primacy.transactions;

import static dev.primacy.transactions.TransactionLog.LOG;
import static dev.primacy.transactions.TransactionMessages.TEXT;

import dev.primacy.FencingToken;
import dev.primacy.NodeRole;
import dev.primacy.cdi.TransactionGuard;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.event.NodeRoleChanging;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The fence in the application's database: raised on the way up, held by fenced transactions at
 * their end. For this module's own use.
 *
 * @since 0.1
 */
@ApplicationScoped
public class DatabaseFence implements TransactionGuard {
  @Inject PrimacyRuntime runtime;
  @Inject FenceDeployment deployment;

  // set before the runtime starts
  private volatile @Nullable FenceSource source;

  /** Made by the container. */
  public DatabaseFence() {}

  /** Before the runtime starts, which stands at {@code LIBRARY_AFTER}. */
  void prepare(
      @Observes
          @Initialized(ApplicationScoped.class)
          @Priority(Interceptor.Priority.LIBRARY_AFTER - 10)
          Object application) {
    source = deployment.validate().orElse(null);
  }

  /**
   * First of all observers: what the others read while they prepare, no transaction of an earlier
   * primary changes any more.
   */
  void raise(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) NodeRoleChanging change) {
    FenceSource known = source;
    if (known != null && change.to() == NodeRole.PRIMARY) {
      String group = change.group();
      try (Connection connection = known.dataSource().getConnection()) {
        known
            .fence(group)
            .raise(
                connection, change.token(), token -> runtime.holds(group, token), known.patience());
        LOG.raised(group, change.token().toString(), known.name());
      } catch (SQLException e) {
        throw TEXT.notRaised(
            group, change.token().toString(), known.name(), String.valueOf(e.getMessage()));
      }
    }
  }

  /**
   * Locks the row of a group in the transaction of the calling thread, and demands a token of it.
   *
   * @param group the group
   * @param token under which the transaction ran
   * @throws TransactionFencedException if the row shows another token
   * @throws IllegalStateException if it cannot be read
   */
  public void hold(String group, FencingToken token) {
    FenceSource known = source;
    if (known == null) {
      throw TEXT.fenceNotRead(group, "primacy.fence.datasource", "not set");
    }
    try (Connection connection = known.dataSource().getConnection()) {
      if (connection.getAutoCommit()) {
        throw TEXT.notEnlisted(known.name());
      }
      known.fence(group).hold(connection, token);
    } catch (SQLException e) {
      throw TEXT.fenceNotRead(group, known.name(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * Has the fence raised anew by the next primary, because it does not show the token of this one
   * although its role stands: somebody restored the table from a backup.
   *
   * @param group the group
   */
  public void handBack(String group) {
    LOG.handedBack(group);
    var unused = runtime.membership(group).stepDown();
  }
}
