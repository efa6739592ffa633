package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connection that was found fit, with its statements, each prepared once. For one thread. */
final class Session {

  private static final int PING_SECONDS = 1;
  private static final int NAMES_AT_ONCE = 16;

  private final Connection connection;
  private final Dialect dialect;
  private final Layout layout;
  private final Channel channel;
  private final String cluster;
  private final String product;
  private final String fingerprint;
  private final boolean announces;
  private final Optional<String> endpoint;

  /** Empty if these have to be two statements. */
  private final Optional<String> updateAndSelect;

  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Session(Connection connection, Dialect dialect, Configuration configuration, String product)
      throws SQLException {
    this.connection = connection;
    this.dialect = dialect;
    this.layout = dialect.layout(configuration.table());
    this.channel = Channel.of(configuration);
    this.cluster = Names.stored(configuration.cluster());
    this.product = product;
    this.announces = dialect.announces() && configuration.announcing();
    this.endpoint = Whereabouts.of(connection);
    this.fingerprint = dialect.fingerprint(connection);
    this.updateAndSelect = dialect.updated(layout.update(), announces).map(layout::withVersions);
  }

  String product() {
    return product;
  }

  /** The server it leads to; empty if there is no list of them, or the driver does not tell. */
  Optional<String> endpoint() {
    return endpoint;
  }

  Optional<StoredRecord> read(RecordKey key) throws SQLException {
    PreparedStatement statement = keyed(layout.select(), 1, key);
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next()
          ? Optional.of(new StoredRecord(key, version(rows, 1), rows.getBytes(2)))
          : Optional.empty();
    }
  }

  /** Kind, name, version, and the content if it is a node. */
  ResultSet selectNodesAndVersions() throws SQLException {
    return selectVersions(statement(layout.selectVersions()), 1);
  }

  private ResultSet selectVersions(PreparedStatement statement, int first) throws SQLException {
    statement.setString(first, Names.stored(RecordKind.NODE));
    statement.setString(first + 1, cluster);
    return statement.executeQuery();
  }

  /** Name, version and content of these groups, or of all if these are many. */
  ResultSet selectGroups(List<String> names) throws SQLException {
    boolean some = names.size() <= NAMES_AT_ONCE;
    PreparedStatement statement =
        statement(some ? layout.selectSome(NAMES_AT_ONCE) : layout.selectAll());
    statement.setString(1, cluster);
    statement.setString(2, Names.stored(RecordKind.GROUP));
    for (int i = 0; some && i < NAMES_AT_ONCE; i++) {
      statement.setString(3 + i, names.get(Math.min(i, names.size() - 1)));
    }
    return statement.executeQuery();
  }

  Optional<RecordVersion> version(RecordKey key) throws SQLException {
    PreparedStatement statement = keyed(layout.selectVersion(), 1, key);
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(version(rows, 1)) : Optional.empty();
    }
  }

  private static RecordVersion version(ResultSet rows, int column) throws SQLException {
    return new RecordVersion(rows.getString(column));
  }

  int insert(RecordKey key, RecordVersion next, byte[] value) throws SQLException {
    PreparedStatement statement = keyed(change(layout.insert()), 1, key);
    statement.setString(4, next.value());
    statement.setBytes(5, value);
    return changed(statement, 6, key);
  }

  int update(RecordKey key, RecordVersion expected, RecordVersion next, byte[] value)
      throws SQLException {
    PreparedStatement statement = updating(change(layout.update()), key, expected, next, value);
    return changed(statement, 7, key);
  }

  private PreparedStatement updating(
      String sql, RecordKey key, RecordVersion expected, RecordVersion next, byte[] value)
      throws SQLException {
    PreparedStatement statement = keyed(sql, 3, key);
    statement.setString(1, next.value());
    statement.setBytes(2, value);
    statement.setString(6, expected.value());
    return statement;
  }

  boolean updatesAndSelects() {
    return updateAndSelect.isPresent();
  }

  /**
   * Kind, name, version, and the content if it is a node, as it was before; and a row without a
   * kind if the update happened.
   */
  ResultSet updateAndSelect(RecordKey key, RecordVersion expected, RecordVersion next, byte[] value)
      throws SQLException {
    PreparedStatement statement =
        updating(updateAndSelect.orElseThrow(), key, expected, next, value);
    if (announces) {
      announce(statement, 7, key);
    }
    return selectVersions(statement, announces ? 9 : 7);
  }

  int delete(RecordKey key, RecordVersion expected) throws SQLException {
    PreparedStatement statement = keyed(change(layout.delete()), 1, key);
    statement.setString(4, expected.value());
    return changed(statement, 5, key);
  }

  private String change(String sql) {
    return announces ? Channel.announcing(sql) : sql;
  }

  private int changed(PreparedStatement statement, int next, RecordKey key) throws SQLException {
    if (!announces) {
      return statement.executeUpdate();
    }
    announce(statement, next, key);
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? 1 : 0;
    }
  }

  private void announce(PreparedStatement statement, int next, RecordKey key) throws SQLException {
    statement.setString(next, channel.name());
    statement.setString(next + 1, Channel.payload(key));
  }

  private PreparedStatement keyed(String sql, int first, RecordKey key) throws SQLException {
    PreparedStatement statement = statement(sql);
    statement.setString(first, cluster);
    statement.setString(first + 1, Names.stored(key.kind()));
    statement.setString(first + 2, Names.stored(key));
    return statement;
  }

  /** Prepared once. */
  PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement known = prepared.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      if (dialect.rowsAtOnce() > 0) {
        known.setFetchSize(dialect.rowsAtOnce());
      }
      prepared.put(sql, known);
    }
    return known;
  }

  /** The cluster's name as it stands in tables. */
  String cluster() {
    return cluster;
  }

  Dialect dialect() {
    return dialect;
  }

  /** Does all of some work or nothing. */
  <T> T together(Task.Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    T result;
    try {
      result = work.on(this);
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      undo(e);
      throw e;
    }
    connection.setAutoCommit(true);
    return result;
  }

  /** What fails here says nothing of the statement, but that the connection is no good any more. */
  private void undo(Exception cause) throws SQLException {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException broken) {
      SQLException both = new SQLException(broken.getMessage(), cause);
      both.addSuppressed(broken);
      throw both;
    }
  }

  /** Whether the driver kept to the session of the database that was looked at when it opened. */
  boolean isUnbroken() throws SQLException {
    return dialect.fingerprint(connection).equals(fingerprint);
  }

  boolean announces() {
    return announces;
  }

  boolean ping() throws SQLException {
    if (!connection.isValid(PING_SECONDS)) {
      throw new SQLException(LOG.noAnswer(1000L * PING_SECONDS));
    }
    return true;
  }

  void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debugf(e, "closing a connection");
    }
  }

  /** Ends what waits for the network, without asking the network. From another thread. */
  void abort() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException | AbstractMethodError e) {
      LOG.debugf(e, "aborting a connection");
    }
  }
}
