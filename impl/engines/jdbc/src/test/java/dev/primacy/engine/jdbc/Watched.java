package dev.primacy.engine.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.h2.jdbcx.JdbcDataSource;

/** A source whose connections tell what is done with them, and can be made to hang or to fail. */
final class Watched implements Source {

  /** What each method of a connection does instead; the name, and what it answers or throws. */
  final Map<String, Object> answers = new ConcurrentHashMap<>();

  final List<String> prepared = new CopyOnWriteArrayList<>();
  final List<String> executed = new CopyOnWriteArrayList<>();
  final Set<Thread> connecting = ConcurrentHashMap.newKeySet();
  final List<Connection> connections = new CopyOnWriteArrayList<>();

  volatile CountDownLatch gate = new CountDownLatch(0);
  volatile boolean interrupted;
  volatile SQLException failure;

  private final Source real;

  Watched(Source real) {
    this.real = real;
  }

  static Watched h2(String url) {
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl(url);
    source.setUser("sa");
    return new Watched(source::getConnection);
  }

  @Override
  public Connection connect() throws SQLException {
    connecting.add(Thread.currentThread());
    if (failure != null) {
      throw failure;
    }
    Connection connection = real.connect();
    connections.add(connection);
    return proxy(Connection.class, (self, method, arguments) -> on(connection, method, arguments));
  }

  private Object on(Connection connection, Method method, Object[] arguments) throws Throwable {
    Object answer = answers.get(method.getName());
    if (answer instanceof Throwable wanted) {
      throw wanted;
    }
    if (answer != null) {
      return answer;
    }
    Object result = call(connection, method, arguments);
    if (result instanceof PreparedStatement statement) {
      String sql = (String) arguments[0];
      prepared.add(sql);
      return proxy(PreparedStatement.class, (s, m, a) -> on(statement, sql, m, a));
    }
    return result instanceof DatabaseMetaData data
        ? proxy(
            DatabaseMetaData.class,
            (s, m, a) ->
                answers.containsKey(m.getName()) ? answers.get(m.getName()) : call(data, m, a))
        : result;
  }

  private Object on(PreparedStatement statement, String sql, Method method, Object[] arguments)
      throws Throwable {
    if (method.getName().startsWith("execute")) {
      executed.add(sql);
      pass();
      if (answers.get(sql) instanceof Throwable wanted) {
        throw wanted;
      }
    }
    return call(statement, method, arguments);
  }

  private void pass() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      interrupted = true;
    }
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Watched.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
