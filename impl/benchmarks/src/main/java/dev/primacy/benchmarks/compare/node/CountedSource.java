package dev.primacy.benchmarks.compare.node;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Connections that count what they ask the database: statements executed, transactions ended and
 * checks whether the connection is alive.
 */
final class CountedSource implements DataSource {
  private static final Set<String> ENDS = Set.of("commit", "rollback", "isValid");

  private final String url;
  private final RequestCount count;

  CountedSource(String url, RequestCount count) {
    this.url = url;
    this.count = count;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return counted(Connection.class, DriverManager.getConnection(url));
  }

  @Override
  public Connection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    return counted(Connection.class, DriverManager.getConnection(url, user, password));
  }

  /** One connection, kept: what a pool would give to the one thread that asks. */
  DataSource kept() throws SQLException {
    return new SingleConnectionDataSource(getConnection(), true);
  }

  private <T> T counted(Class<T> type, T target) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute") || ENDS.contains(method.getName())) {
            count.add();
          }
          return wrapped(method.getReturnType(), called(target, method, arguments));
        };
    ClassLoader loader = CountedSource.class.getClassLoader();
    return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
  }

  private @Nullable Object wrapped(Class<?> returned, @Nullable Object result) {
    if (result instanceof PreparedStatement statement && returned == PreparedStatement.class) {
      return counted(PreparedStatement.class, statement);
    }
    if (result instanceof Statement statement && returned == Statement.class) {
      return counted(Statement.class, statement);
    }
    return result;
  }

  private static @Nullable Object called(
      Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("nothing to unwrap");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    // nothing is logged
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // the database is on this machine
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }
}
