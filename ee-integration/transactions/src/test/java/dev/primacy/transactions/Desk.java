package dev.primacy.transactions;

import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/** Guarded, and in no transaction of its own. */
@ApplicationScoped
class Desk {
  @PrimaryOnly
  <T> T open(Callable<T> work) throws Exception {
    return work.call();
  }

  /** In another group. */
  @PrimaryOnly(group = "audit")
  <T> T audited(Callable<T> work) throws Exception {
    return work.call();
  }
}
