package dev.primacy.transactions;

import dev.primacy.Fence;
import dev.primacy.FencingToken;
import dev.primacy.Membership;
import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Optional;

/** An application's bean whose transactions are fenced. */
@ApplicationScoped
class FencedLedger {
  @Inject Membership membership;

  @Transactional
  @PrimaryOnly(fence = Fence.TRANSACTION)
  void post(String entry) throws SQLException {
    Ledger.write(entry);
  }

  @PrimaryOnly(fence = Fence.TRANSACTION)
  void postWithout(String entry) throws SQLException {
    Ledger.write(entry);
  }

  Optional<FencingToken> token() {
    return membership.token();
  }

  /** For what is no bean call. */
  Membership membership() {
    return membership;
  }

  void stepDown() {
    membership.stepDown().toCompletableFuture().join();
  }
}
