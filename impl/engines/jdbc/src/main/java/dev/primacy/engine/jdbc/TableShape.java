package dev.primacy.engine.jdbc;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a table has to be like, for making it and for looking at it.
 *
 * @param table its name
 * @param columns in their order
 * @param key the columns of its primary key
 * @param ddl the statements that make it
 */
record TableShape(String table, List<Column> columns, List<String> key, List<String> ddl) {

  private static final Set<Integer> TEXT =
      Set.of(Types.VARCHAR, Types.NVARCHAR, Types.LONGVARCHAR, Types.LONGNVARCHAR, Types.CLOB);
  private static final Set<Integer> BYTES =
      Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);
  private static final Set<Integer> NUMBER = Set.of(Types.BIGINT, Types.DECIMAL, Types.NUMERIC);

  /** A table whose types the database decides. */
  interface Named {
    TableShape in(Dialect dialect);
  }

  /** The type of a column, in the words of a database. */
  private interface Typed {
    String in(Dialect dialect);
  }

  /**
   * A column.
   *
   * @param name its name
   * @param types which of JDBC's types it may have
   * @param least its least precision; what has a precision of 0 has no bound
   */
  record Column(String name, Set<Integer> types, int least) {}

  /** Collects columns. */
  static final class Builder {
    private final String table;
    private final List<Column> columns = new ArrayList<>();
    private final List<Typed> typed = new ArrayList<>();
    private Optional<String> index = Optional.empty();

    private Builder(String table) {
      this.table = table;
    }

    Builder text(String name, int characters) {
      return add(new Column(name, TEXT, characters), dialect -> "VARCHAR(" + characters + ")");
    }

    /** Text that is compared as it is. */
    Builder exact(String name, int characters) {
      return add(new Column(name, TEXT, characters), dialect -> dialect.exact(characters));
    }

    Builder longText(String name) {
      return add(new Column(name, TEXT, 1), Dialect::longText);
    }

    Builder bytes(String name, int most) {
      return add(new Column(name, BYTES, most), Dialect::binary);
    }

    Builder number(String name) {
      return add(new Column(name, NUMBER, 1), dialect -> "BIGINT");
    }

    private Builder add(Column column, Typed type) {
      columns.add(column);
      typed.add(type);
      return this;
    }

    /** Has an index besides that of its key. */
    Builder indexed(String suffix, String... of) {
      String name = table.substring(table.indexOf('.') + 1) + suffix;
      index =
          Optional.of("CREATE INDEX %s ON %s (%s)".formatted(name, table, String.join(", ", of)));
      return this;
    }

    TableShape key(Dialect dialect, String... key) {
      StringBuilder all = new StringBuilder("CREATE TABLE " + table + " (\n");
      for (int i = 0; i < columns.size(); i++) {
        String type = typed.get(i).in(dialect);
        all.append("  %s %s NOT NULL,\n".formatted(columns.get(i).name(), type));
      }
      all.append("  PRIMARY KEY (%s)\n)%s".formatted(String.join(", ", key), dialect.tail()));
      List<String> ddl = new ArrayList<>(List.of(all.toString()));
      index.ifPresent(ddl::add);
      return new TableShape(table, List.copyOf(columns), List.of(key), List.copyOf(ddl));
    }
  }

  static Builder named(String table) {
    return new Builder(table);
  }

  /** The statements that make it, for people. */
  String statements() {
    return String.join(";\n", ddl);
  }

  private String names() {
    return String.join(", ", columns.stream().map(Column::name).toList());
  }

  /** No rows, but their shape. */
  String select() {
    return "SELECT " + names() + " FROM " + table + " WHERE 1 = 0";
  }

  String insert() {
    return "INSERT INTO " + table + " (" + names() + ") ";
  }

  /** So many rows. */
  String insert(int rows) {
    String row = "(" + "?, ".repeat(columns.size() - 1) + "?)";
    return insert() + "VALUES " + (row + ", ").repeat(rows - 1) + row;
  }

  /** Touch nothing, and fail where the real ones would. */
  List<String> trials() {
    String last = columns.get(columns.size() - 1).name();
    return List.of(
        insert() + select(),
        "UPDATE %s SET %s = %s WHERE 1 = 0".formatted(table, last, last),
        "DELETE FROM " + table + " WHERE 1 = 0");
  }
}
