package dev.primacy.transactions;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.ats.jta.TransactionManager;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.narayana.NarayanaTransactionIntegration;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A pool whose connections enlist in the transaction of their thread, as a server's would. */
final class Pool {
  private Pool() {}

  static AgroalDataSource of(String url, String user) throws SQLException {
    return configured(url, user, true);
  }

  /** Like a data source that an administrator has set to take no part in transactions. */
  static AgroalDataSource apart(String url, String user) throws SQLException {
    return configured(url, user, false);
  }

  private static AgroalDataSource configured(String url, String user, boolean enlisted)
      throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool -> {
                  pool.maxSize(20)
                      .acquisitionTimeout(Duration.ofSeconds(10))
                      .connectionFactoryConfiguration(
                          factory -> factory.jdbcUrl(url).principal(new NamePrincipal(user)));
                  return enlisted
                      ? pool.transactionIntegration(
                          new NarayanaTransactionIntegration(
                              TransactionManager.transactionManager(),
                              new TransactionSynchronizationRegistryImple()))
                      : pool;
                }));
  }

  static void execute(javax.sql.DataSource source, String... commands) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  static long count(javax.sql.DataSource source, String query) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
