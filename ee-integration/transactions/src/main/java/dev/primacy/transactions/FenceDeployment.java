package dev.primacy.transactions;

import static dev.primacy.transactions.TransactionLog.LOG;
import static dev.primacy.transactions.TransactionMessages.TEXT;

import dev.primacy.Fence;
import dev.primacy.cdi.GuardRegistry;
import dev.primacy.cdi.GuardedMethod;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.settings.Mode;
import dev.primacy.core.settings.SettingText;
import dev.primacy.core.settings.SettingValues;
import dev.primacy.core.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Whether fenced methods can be fenced as the application is deployed; refuses it if not. */
@Dependent
class FenceDeployment {
  /** The class of SQL states of statements that name what is not there. */
  private static final String UNKNOWN_NAME = "42";

  @Inject PrimacyRuntime runtime;
  @Inject GuardRegistry guards;
  @Inject Transactions transactions;
  @Inject Instance<UserTransaction> user;

  /** Where the fence is; empty if none is configured or there is no cluster. */
  Optional<FenceSource> validate() {
    List<GuardedMethod> fenced =
        guards.report().stream().filter(m -> m.spec().fence() == Fence.TRANSACTION).toList();
    fenced.forEach(FenceDeployment::refuseNever);
    SettingValues values = runtime.settings().values();
    Optional<String> name = values.text("primacy.fence.datasource");
    if (runtime.settings().mode() != Mode.CLUSTERED) {
      return Optional.empty();
    }
    if (name.isEmpty()) {
      if (!fenced.isEmpty()) {
        throw TEXT.noDataSource(names(fenced));
      }
      return Optional.empty();
    }
    if (!fenced.isEmpty() && !transactions.available()) {
      throw TEXT.noTransactionManager(names(fenced));
    }
    FenceSource source = source(name.get(), runtime.settings());
    probe(source, values.flag("primacy.fence.create-table"), !fenced.isEmpty());
    return Optional.of(source);
  }

  private static String names(List<GuardedMethod> methods) {
    return methods.stream().map(GuardedMethod::name).collect(Collectors.joining(", "));
  }

  private static void refuseNever(GuardedMethod method) {
    Transactional own = method.method().getAnnotation(Transactional.class);
    Transactional found = own == null ? method.type().getAnnotation(Transactional.class) : own;
    if (found != null
        && (found.value() == Transactional.TxType.NEVER
            || found.value() == Transactional.TxType.NOT_SUPPORTED)) {
      throw TEXT.neverInTransaction(method.name(), found.value().name());
    }
  }

  private static FenceSource source(String name, Settings settings) {
    if (!settings.observers().stepDownOnFailure()) {
      throw TEXT.wouldOpenUnfenced();
    }
    Duration idle = settings.values().duration("primacy.fence.idle-timeout").orElseThrow();
    Duration patience = settings.observers().timeout();
    if (idle.compareTo(patience) >= 0) {
      throw TEXT.idleTooLong(SettingText.show(idle), SettingText.show(patience));
    }
    return new FenceSource(name, lookUp(name), settings.cluster(), idle, patience);
  }

  @SuppressWarnings("BanJNDI") // the name is the deployer's
  private static DataSource lookUp(String name) {
    Object found;
    try {
      found = InitialContext.doLookup(name);
    } catch (NamingException e) {
      throw TEXT.notFound(name, String.valueOf(e.getMessage()));
    }
    if (found instanceof DataSource source) {
      return source;
    }
    throw TEXT.notADataSource(name, String.valueOf(found.getClass().getName()));
  }

  /** A database that is down now may be up when the role is granted. */
  private void probe(FenceSource source, boolean create, boolean fenced) {
    try {
      if (create) {
        create(source);
      }
      read(source);
      if (fenced) {
        UserTransaction transaction = user.isResolvable() ? user.get() : lookUpTransaction();
        demandEnlistment(source, transaction);
      }
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith(UNKNOWN_NAME)) {
        throw TEXT.noTable(source.name(), String.valueOf(e.getMessage()), TransactionFence.ddl());
      }
      LOG.notProbed(e, source.name());
    }
  }

  private static void create(FenceSource source) throws SQLException {
    try {
      read(source);
    } catch (SQLException absent) {
      try (Connection connection = source.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(Dialect.of(connection).create(TransactionFence.ddl()));
      } catch (SQLException e) {
        // another node may have been quicker; whether it is there now, is asked next
        LOG.debugf(e, "primacy_fence not created");
      }
    }
  }

  private static void read(FenceSource source) throws SQLException {
    try (Connection connection = source.dataSource().getConnection()) {
      var unused = new FenceRow(source.cluster(), "").read(connection);
      Dialect.of(connection).demandRowLocks(connection);
    }
  }

  @SuppressWarnings("BanJNDI") // a constant name
  private static @Nullable UserTransaction lookUpTransaction() {
    try {
      return InitialContext.doLookup("java:comp/UserTransaction");
    } catch (NamingException absent) {
      LOG.debugf(absent, "not asked for a transaction to try the data source in");
      return null;
    }
  }

  /** Without a transaction to try it in, the first commit finds out. */
  private static void demandEnlistment(FenceSource source, @Nullable UserTransaction transaction)
      throws SQLException {
    if (transaction == null) {
      return;
    }
    try {
      transaction.begin();
      try (Connection connection = source.dataSource().getConnection()) {
        if (connection.getAutoCommit()) {
          throw TEXT.notEnlisted(source.name());
        }
      } finally {
        transaction.rollback();
      }
    } catch (NotSupportedException | SystemException e) {
      LOG.notProbed(e, source.name());
    }
  }
}
