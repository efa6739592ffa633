package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two methods of PostgreSQL's driver that JDBC has not. By reflection, and nowhere else,
 * because the driver may be in the application, in the server, or not there at all.
 */
final class Notices {

  private static final String CONNECTION = "org.postgresql.PGConnection";
  private static final String NOTIFICATION = "org.postgresql.PGNotification";

  private final Object driver;
  private final Method waitFor;
  private final Method payload;

  private Notices(Object driver, Method waitFor, Method payload) {
    this.driver = driver;
    this.waitFor = waitFor;
    this.payload = payload;
  }

  /** Empty if the connection is not PostgreSQL's driver's, as far as can be seen from here. */
  static Optional<Notices> of(Connection connection) throws SQLException {
    List<ClassLoader> loaders =
        Stream.of(
                connection.getClass().getClassLoader(),
                Thread.currentThread().getContextClassLoader(),
                Notices.class.getClassLoader())
            .filter(loader -> loader != null)
            .distinct()
            .toList();
    for (ClassLoader loader : loaders) {
      Optional<Notices> found = by(loader, connection);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Notices> by(ClassLoader loader, Connection connection)
      throws SQLException {
    try {
      Class<?> type = Class.forName(CONNECTION, false, loader);
      Method payload = Class.forName(NOTIFICATION, false, loader).getMethod("getParameter");
      return connection.isWrapperFor(type)
          ? Optional.of(
              new Notices(
                  connection.unwrap(type), type.getMethod("getNotifications", int.class), payload))
          : Optional.empty();
    } catch (ClassNotFoundException | NoSuchMethodException e) {
      LOG.debugf(e, "not PostgreSQL's driver");
      return Optional.empty();
    }
  }

  /** What was announced since; empty after a while without anything. */
  List<String> await(int millis) throws SQLException {
    try {
      List<String> payloads = new ArrayList<>();
      Object found = waitFor.invoke(driver, millis);
      if (found instanceof Object[] all) {
        for (Object one : all) {
          payloads.add(String.valueOf(payload.invoke(one)));
        }
      }
      return payloads;
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof SQLException known ? known : new SQLException(e);
    } catch (IllegalAccessException e) {
      throw new SQLException(e);
    }
  }
}
