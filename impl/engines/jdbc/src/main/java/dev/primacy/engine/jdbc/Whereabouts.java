package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Which server of a list a connection leads to, without asking it. By reflection, and nowhere else:
 * JDBC has no such question, and the URL of a connection is the whole list.
 */
final class Whereabouts {

  /**
   * Where a driver keeps it.
   *
   * @param type its connections
   * @param inner the method of these that gives what talks to the server
   * @param address the method of that
   * @param host the method or field of that
   * @param port the method or field of that
   */
  private record Way(String type, String inner, String address, String host, String port) {

    Optional<String> of(Connection connection) throws SQLException, ReflectiveOperationException {
      Optional<Class<?>> type = DriverTypes.of(connection, this.type);
      if (type.isEmpty()) {
        return Optional.empty();
      }
      Method inside = type.get().getMethod(inner);
      Method place = inside.getReturnType().getMethod(address);
      Object found = place.invoke(inside.invoke(connection.unwrap(type.get())));
      return Optional.of(bracketed(part(found, host)) + ':' + part(found, port));
    }

    private static String part(Object of, String name) throws ReflectiveOperationException {
      Class<?> type = of.getClass();
      return String.valueOf(
          name.startsWith("get") ? type.getMethod(name).invoke(of) : type.getField(name).get(of));
    }

    private static String bracketed(String host) {
      return host.indexOf(':') >= 0 && !host.startsWith("[") ? '[' + host + ']' : host;
    }
  }

  private static final List<Way> WAYS =
      List.of(
          new Way(
              "org.postgresql.core.BaseConnection",
              "getQueryExecutor",
              "getHostSpec",
              "getHost",
              "getPort"),
          new Way("org.mariadb.jdbc.Connection", "getClient", "getHostAddress", "host", "port"));

  private Whereabouts() {}

  /** Empty if there is one server only, and if this driver does not tell. */
  static Optional<String> of(Connection connection) {
    try {
      return JdbcUrl.namesSeveral(connection.getMetaData().getURL())
          ? ofList(connection)
          : Optional.empty();
    } catch (SQLException | ReflectiveOperationException | RuntimeException e) {
      LOG.debugf(e, "the driver does not tell where it is connected to");
      return Optional.empty();
    }
  }

  private static Optional<String> ofList(Connection connection)
      throws SQLException, ReflectiveOperationException {
    for (Way way : WAYS) {
      Optional<String> found = way.of(connection);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
