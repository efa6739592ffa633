package dev.primacy.servers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.event.Observes;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * Takes the drivers of this application's libraries out of the JVM again. They have registered
 * themselves, and would keep the application's class loader as long as the server runs.
 */
@ApplicationScoped
public class Drivers {
  /** Made by the container. */
  public Drivers() {}

  void end(@Observes @Destroyed(ApplicationScoped.class) Object event) throws SQLException {
    List<Driver> own = DriverManager.drivers().filter(Drivers::isOwn).toList();
    for (Driver driver : own) {
      DriverManager.deregisterDriver(driver);
    }
  }

  private static boolean isOwn(Driver driver) {
    return driver.getClass().getClassLoader() == Drivers.class.getClassLoader();
  }
}
