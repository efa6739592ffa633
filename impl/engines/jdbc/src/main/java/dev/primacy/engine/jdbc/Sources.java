package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import dev.primacy.spi.EngineContext;
import dev.primacy.spi.StoreException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Finds what the settings name: a driver for the URL, or a data source. */
final class Sources {

  private Sources() {}

  /** The data source is looked up here and once, on the deploying thread, which sees its names. */
  static Source of(EngineContext context, Configuration configuration) throws StoreException {
    Optional<String> url = configuration.url();
    return url.isPresent()
        ? ofUrl(url.get(), configuration)
        : ofDataSource(lookUp(configuration.dataSource().orElseThrow()), configuration);
  }

  private static Source ofUrl(String url, Configuration configuration) throws StoreException {
    Driver driver =
        driverOf(url).orElseThrow(() -> new StoreException(LOG.noDriver(JdbcUrl.shown(url))));
    Properties properties = new Properties();
    properties.putAll(
        new JdbcUrl(url).properties(configuration.requestTimeout(), configuration.nodeName()));
    configuration.user().ifPresent(user -> properties.setProperty("user", user));
    configuration.password().ifPresent(secret -> properties.setProperty("password", secret));
    return () -> connect(driver, url, properties);
  }

  /**
   * Who may not set the delay may connect all the same; whether it is short enough is seen then.
   */
  private static Connection connect(Driver driver, String url, Properties properties)
      throws SQLException {
    try {
      return connection(driver, url, properties);
    } catch (SQLException e) {
      if (!properties.containsKey(JdbcUrl.WRITE_DELAY) || !Failures.isNoRights(e)) {
        throw e;
      }
      Properties others = new Properties();
      others.putAll(properties);
      others.remove(JdbcUrl.WRITE_DELAY);
      return connection(driver, url, others);
    }
  }

  private static Connection connection(Driver driver, String url, Properties properties)
      throws SQLException {
    Connection connection = driver.connect(url, properties);
    if (connection == null) {
      throw new SQLException(LOG.noDriver(JdbcUrl.shown(url)));
    }
    return connection;
  }

  private static Source ofDataSource(DataSource source, Configuration configuration) {
    Optional<String> user = configuration.user();
    return user.isPresent()
        ? () -> source.getConnection(user.get(), configuration.password().orElse(""))
        : source::getConnection;
  }

  @SuppressWarnings("BanJNDI") // the name is the deployer's, and cannot lead out of the process
  private static DataSource lookUp(String name) throws StoreException {
    Object found;
    try {
      found = InitialContext.doLookup(name);
    } catch (NamingException e) {
      throw new StoreException(LOG.noDataSource(name, String.valueOf(e.getMessage())), e);
    }
    if (found instanceof DataSource source) {
      return source;
    }
    throw new StoreException(LOG.notADataSource(name, String.valueOf(found)));
  }

  /**
   * Not through {@code DriverManager.getConnection}: in a server it does not see the drivers of a
   * WAR, and its login timeout belongs to the whole process.
   */
  static Optional<Driver> driverOf(String url) {
    List<Driver> drivers = new ArrayList<>();
    ServiceLoader.load(Driver.class).stream().forEach(found -> add(drivers, found));
    ServiceLoader.load(Driver.class, Sources.class.getClassLoader()).stream()
        .forEach(found -> add(drivers, found));
    DriverManager.drivers().forEach(drivers::add);
    return drivers.stream().filter(driver -> accepts(driver, url)).findFirst();
  }

  private static void add(List<Driver> drivers, ServiceLoader.Provider<Driver> found) {
    try {
      drivers.add(found.get());
    } catch (ServiceConfigurationError broken) {
      LOG.debugf(broken, "a driver that cannot be loaded is none");
    }
  }

  private static boolean accepts(Driver driver, String url) {
    try {
      return driver.acceptsURL(url);
    } catch (SQLException e) {
      LOG.debugf(e, "%s does not accept the URL", driver);
      return false;
    }
  }
}
