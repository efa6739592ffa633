package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The two methods of PostgreSQL's driver that JDBC has not, by reflection. */
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
    Optional<Class<?>> type = DriverTypes.of(connection, CONNECTION);
    return type.isPresent() ? by(type.get(), connection) : Optional.empty();
  }

  private static Optional<Notices> by(Class<?> type, Connection connection) throws SQLException {
    try {
      Class<?> notification = Class.forName(NOTIFICATION, false, type.getClassLoader());
      Method wait = type.getMethod("getNotifications", int.class);
      Method payload = notification.getMethod("getParameter");
      return Optional.of(new Notices(connection.unwrap(type), wait, payload));
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
