package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Types of drivers, which may be in the application, in the server, or not there at all. */
final class DriverTypes {

  private DriverTypes() {}

  /** The type of this name, if the connection is one or stands before one, as far as is visible. */
  static Optional<Class<?>> of(Connection connection, String name) throws SQLException {
    var loaders =
        Stream.of(
                connection.getClass().getClassLoader(),
                Thread.currentThread().getContextClassLoader(),
                DriverTypes.class.getClassLoader())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    for (ClassLoader loader : loaders) {
      Optional<Class<?>> type = load(loader, name);
      if (type.isPresent() && connection.isWrapperFor(type.get())) {
        return type;
      }
    }
    return Optional.empty();
  }

  private static Optional<Class<?>> load(ClassLoader loader, String name) {
    try {
      return Optional.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException e) {
      LOG.debugf(e, "another driver");
      return Optional.empty();
    }
  }
}
