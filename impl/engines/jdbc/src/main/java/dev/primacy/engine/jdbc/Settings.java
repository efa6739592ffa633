package dev.primacy.engine.jdbc;

import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.SettingType;
import java.util.List;
import java.util.Optional;

/** The engine's rows of the settings table. */
final class Settings {

  static final String URL = "primacy.jdbc.url";
  static final String DATA_SOURCE = "primacy.jdbc.datasource";
  static final String USER = "primacy.jdbc.user";
  static final String PASSWORD = "primacy.jdbc.password";
  static final String TABLE = "primacy.jdbc.table";
  static final String CREATE_TABLE = "primacy.jdbc.create-table";
  static final String NOTIFY = "primacy.jdbc.notify";
  static final String POLL = "primacy.jdbc.events.poll";
  static final String KEEP = "primacy.jdbc.events.keep";
  static final String BATCH = "primacy.jdbc.events.batch";
  static final String TAKEOVER = "primacy.jdbc.events.takeover";

  static final List<SettingDescription> ALL =
      List.of(
          row(
              URL,
              SettingType.TEXT,
              Optional.empty(),
              "The database: jdbc:postgresql://…, jdbc:mariadb://…, jdbc:h2:file:…;AUTO_SERVER=TRUE"
                  + " and so on, with its driver on the class path. The same database for all nodes,"
                  + " the primary server of it and never a replica. Where the driver takes a list of"
                  + " servers, all of them must be this one database, what one confirmed being there"
                  + " on the next: with copies that lag behind, records go back in time. Excludes "
                  + DATA_SOURCE
                  + '.'),
          row(
              DATA_SOURCE,
              SettingType.TEXT,
              Optional.empty(),
              "JNDI name of a DataSource. Three connections (four with PostgreSQL) are taken from it"
                  + " and kept as long as the application runs, three (four) more if events are"
                  + " exchanged through the database, and one if it archives them. Excludes "
                  + URL
                  + '.'),
          row(
              USER,
              SettingType.TEXT,
              Optional.empty(),
              "The database user; unset, the one of the URL or of the data source."),
          row(PASSWORD, SettingType.SECRET, Optional.empty(), "Password of " + USER + '.'),
          row(
              TABLE,
              SettingType.TEXT,
              Optional.of("primacy_record"),
              "The table, with its schema in front if it is not the user's default one: letters,"
                  + " digits and underscores. Shared by all clusters that name it."),
          row(
              CREATE_TABLE,
              SettingType.BOOLEAN,
              Optional.of("true"),
              "Whether a table that is missing is created. With false it must be there, and the user"
                  + " needs no right to create one; the statement is told in the message."),
          row(
              NOTIFY,
              SettingType.BOOLEAN,
              Optional.of("true"),
              "Whether nodes tell each other of changes by PostgreSQL's NOTIFY, which other databases"
                  + " have not; the same on all nodes. Switched off, a change is seen by asking, a"
                  + " little later. Every node hears of every renewal: switch it off beyond some fifty"
                  + " nodes, and behind PgBouncer."),
          row(
              POLL,
              SettingType.DURATION,
              Optional.of("100ms"),
              "How often a node asks for new events. Where they are announced (see "
                  + NOTIFY
                  + ") it need not, and asks every two seconds in case an announcement is lost."),
          row(
              KEEP,
              SettingType.DURATION,
              Optional.of("1h"),
              "How long events stay in the table for nodes that are behind; a node that is further"
                  + " behind loses some, which is counted and told. Events that a durable queue has"
                  + " not handled stay as long as it takes."),
          row(
              BATCH,
              SettingType.INTEGER,
              Optional.of("200"),
              "How many events are read, written or removed at a time, at most; 1 to 1000."),
          row(
              TAKEOVER,
              SettingType.DURATION,
              Optional.of("15s"),
              "After which time without a sign of life another node takes over the events of a"
                  + " durable queue that a node took and has not handled. Long pauses of a node that"
                  + " lives make it handle an event that another one handles too."));

  private Settings() {}

  private static SettingDescription row(
      String key, SettingType type, Optional<String> defaultValue, String description) {
    return new SettingDescription(key, type, defaultValue, description);
  }
}
