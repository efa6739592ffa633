package dev.primacy.project;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** SQL of a page, executed by H2 as PostgreSQL would, for the user the pages speak of. */
final class SqlBlock {
  private SqlBlock() {}

  static List<String> problems(String text) {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:;MODE=PostgreSQL");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE USER app PASSWORD ''");
      statement.execute(text);
      return List.of();
    } catch (SQLException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }
}
