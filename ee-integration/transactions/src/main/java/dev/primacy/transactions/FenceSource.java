package dev.primacy.transactions;

import java.time.Duration;
import javax.sql.DataSource;

/**
 * Where the fence is.
 *
 * @param name the data source's, for messages
 * @param dataSource the application's own, so that the lock is part of its transactions
 * @param cluster the cluster
 * @param idle how long a transaction that holds the row may be silent
 * @param patience how long a raise may take
 */
record FenceSource(
    String name, DataSource dataSource, String cluster, Duration idle, Duration patience) {

  TransactionFence fence(String group) {
    return TransactionFence.of(cluster, group).withIdleLimit(idle);
  }
}
