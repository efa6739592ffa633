package dev.primacy.engine.jdbc;

import static dev.primacy.engine.tck.Records.LEDGER;
import static dev.primacy.engine.tck.Records.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.RecordStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class H2TableTest implements TableRules {

  private Path directory;
  private String url;

  /** As in a server: what was set ends with the last connection. */
  private Connection keeper;

  @BeforeEach
  void makeDirectory() throws Exception {
    directory = Directories.fresh();
    url = "jdbc:h2:file:" + directory.resolve("records");
    keeper = administrator();
  }

  @AfterEach
  void deleteDirectory() throws Exception {
    Dialect.execute(keeper, "SHUTDOWN");
    Directories.delete(directory);
  }

  @Override
  public Connection administrator() throws SQLException {
    return DriverManager.getConnection(url, "sa", "");
  }

  @Override
  public Surroundings surroundings() {
    return Given.url(url).with(Settings.USER, "sa");
  }

  @Override
  public Surroundings nobody() throws SQLException {
    execute("SET WRITE_DELAY 0", "CREATE USER IF NOT EXISTS app PASSWORD 'app'");
    return Given.url(url).with(Settings.USER, "app").with(Settings.PASSWORD, "app");
  }

  @Test
  void what_is_confirmed_is_written() throws Exception {
    new JdbcEngine().open(surroundings()).close();
    try (Connection connection = administrator()) {
      assertThat(
              Dialect.single(
                  connection,
                  "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
                      + " WHERE SETTING_NAME = 'WRITE_DELAY'"))
          .isEqualTo("0");
    }
  }

  @Test
  void who_may_not_have_it_written_at_once_is_refused() throws Exception {
    new JdbcEngine().open(surroundings()).close();
    Surroundings app = nobody();
    execute("GRANT SELECT, INSERT, UPDATE, DELETE ON primacy_record TO app", "SET WRITE_DELAY 250");
    assertThatThrownBy(() -> new JdbcEngine().open(app))
        .hasMessageStartingWith("PRIMACY-3229")
        .hasMessageContaining("250");
  }

  @Test
  void a_table_of_a_schema_is_found() throws Exception {
    execute("CREATE SCHEMA ops");
    try (RecordStore store =
        new JdbcEngine().open(surroundings().with(Settings.TABLE, "ops.records"))) {
      created(store, LEDGER, "1");
    }
    try (Connection connection = administrator()) {
      assertThat(Dialect.single(connection, "SELECT COUNT(*) FROM ops.records")).isEqualTo("1");
    }
  }
}
