package dev.primacy.engine.jdbc;

import dev.primacy.engine.tck.Surroundings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class H2EventTableTest implements EventTableRules, ArchiveRules {

  private H2ServerService server;
  private String url;

  @BeforeEach
  void start() throws Exception {
    server = new H2ServerService("");
    url = server.url(server.start().get(0));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Override
  public Connection administrator() throws SQLException {
    return DriverManager.getConnection(url, "sa", "");
  }

  @Override
  public Surroundings surroundings() {
    return Given.url(url).with(Settings.USER, "sa");
  }
}
