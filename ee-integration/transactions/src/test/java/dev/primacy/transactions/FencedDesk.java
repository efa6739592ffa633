package dev.primacy.transactions;

import dev.primacy.Fence;
import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;

/** Fenced, and has others write. */
@ApplicationScoped
class FencedDesk {
  @Inject Clerk clerk;

  @Transactional
  @PrimaryOnly(fence = Fence.TRANSACTION)
  void post(String entry) throws SQLException {
    clerk.postApart(entry);
  }

  /** Knows nothing of fences. */
  @ApplicationScoped
  static class Clerk {
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void postApart(String entry) throws SQLException {
      Ledger.write(entry);
    }
  }
}
