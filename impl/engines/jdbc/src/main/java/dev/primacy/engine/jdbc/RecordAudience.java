package dev.primacy.engine.jdbc;

import dev.primacy.spi.RecordKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who want to know which records changed. */
final class RecordAudience implements Ear.Audience {

  private final Configuration configuration;
  private final List<Consumer<RecordKey>> consumers = new CopyOnWriteArrayList<>();

  RecordAudience(Configuration configuration) {
    this.configuration = configuration;
  }

  void add(Consumer<RecordKey> consumer) {
    consumers.add(consumer);
  }

  /** What changed while nobody listened was told to nobody: all of them may have. */
  @Override
  public void listening(Connection connection) throws SQLException {
    String names = new Layout(configuration.table()).selectNames();
    try (PreparedStatement statement = connection.prepareStatement(names)) {
      statement.setString(1, Names.stored(configuration.cluster()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          hear(rows.getString(1) + '/' + rows.getString(2));
        }
      }
    }
  }

  @Override
  public void hear(String payload) {
    Optional<RecordKey> key = Channel.key(payload);
    if (key.isPresent()) {
      consumers.forEach(consumer -> consumer.accept(key.get()));
    }
  }
}
