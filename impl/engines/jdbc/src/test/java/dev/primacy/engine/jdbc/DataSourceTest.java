package dev.primacy.engine.jdbc;

import static dev.primacy.engine.tck.Records.LEDGER;
import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.RecordStore;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.spi.InitialContextFactory;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data sources by their JNDI names, in the smallest of directories. */
class DataSourceTest {

  private static final Map<String, Object> BOUND = new ConcurrentHashMap<>();

  private Path directory;

  /** Made by JNDI. */
  public static final class Directory implements InitialContextFactory {
    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) {
      return (Context)
          Proxy.newProxyInstance(
              Directory.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (self, method, arguments) ->
                  method.getName().equals("lookup") ? lookUp((String) arguments[0]) : null);
    }

    private static Object lookUp(String name) throws NameNotFoundException {
      Object found = BOUND.get(name);
      if (found == null) {
        throw new NameNotFoundException("not bound");
      }
      return found;
    }
  }

  @BeforeEach
  void bind() throws Exception {
    directory = Directories.fresh();
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Directory.class.getName());
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl("jdbc:h2:file:" + directory.resolve("records"));
    source.setUser("sa");
    BOUND.put("jdbc/records", source);
    BOUND.put("jdbc/other", "a text");
  }

  @AfterEach
  void unbind() throws Exception {
    System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    BOUND.clear();
    Directories.delete(directory);
  }

  private static Surroundings named(String name) {
    return Given.nothing().with(Settings.DATA_SOURCE, name);
  }

  @Test
  void records_are_kept_through_a_data_source() throws Exception {
    Surroundings asUser = named("jdbc/records").with(Settings.USER, "sa");
    try (RecordStore store = new JdbcEngine().open(named("jdbc/records"));
        RecordStore other = new JdbcEngine().open(asUser.with(Settings.PASSWORD, ""))) {
      created(store, LEDGER, "1");
      assertThat(text(other.read(LEDGER).orElseThrow())).isEqualTo("1");
      assertThat(store.status().detail()).contains("H2", "jdbc/records");
    }
  }

  @Test
  void what_is_no_data_source_is_named_at_deployment() {
    assertThatThrownBy(() -> new JdbcEngine().open(named("jdbc/other")))
        .hasMessageStartingWith("PRIMACY-3210")
        .hasMessageContaining("a text");
    assertThatThrownBy(() -> new JdbcEngine().open(named("jdbc/nothing")))
        .hasMessageStartingWith("PRIMACY-3209")
        .hasMessageContaining("not bound");
  }
}
