package dev.primacy.benchmarks.compare.node;

import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.spi.NamingManager;
import javax.sql.DataSource;

/** The one name that this process knows, as an application server would know it. */
final class NamedSource extends InitialContext {
  private static final String NAME = "java:comp/env/jdbc/primacy";

  private final DataSource source;

  private NamedSource(DataSource source) throws NamingException {
    super(true);
    this.source = source;
  }

  /** Makes a source known; once in a process. */
  static String publish(DataSource source) {
    try {
      NamingManager.setInitialContextFactoryBuilder(
          environment -> (Hashtable<?, ?> ignored) -> context(source));
      return NAME;
    } catch (NamingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Context context(DataSource source) throws NamingException {
    return new NamedSource(source);
  }

  @Override
  public Object lookup(String name) {
    return source;
  }
}
