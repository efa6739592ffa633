package dev.primacy.engine.jdbc;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Everything this engine says to people: 3200 to 3299. */
@MessageLogger(projectCode = "PRIMACY-", length = 4)
interface Messages extends BasicLogger {

  Messages LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), Messages.class, "dev.primacy.engine.jdbc");

  // Settings

  @Message(
      id = 3200,
      value =
          "The JDBC engine does not know its database: set primacy.jdbc.url to a JDBC URL, or"
              + " primacy.jdbc.datasource to the JNDI name of a DataSource.")
  String noDatabase();

  @Message(
      id = 3201,
      value =
          "primacy.jdbc.url and primacy.jdbc.datasource are both set, but there is one database:"
              + " remove the one that is not meant.")
  String twoDatabases();

  @Message(
      id = 3202,
      value =
          "primacy.jdbc.url: '%s' is not a JDBC URL; write it as the driver's documentation does,"
              + " for example jdbc:postgresql://host/database.")
  String notAUrl(String url);

  @Message(
      id = 3203,
      value =
          "primacy.jdbc.url: no JDBC driver on the class path takes '%s'; add the driver's jar to the"
              + " application, or name the server's DataSource with primacy.jdbc.datasource.")
  String noDriver(String url);

  @Message(
      id = 3204,
      value =
          "primacy.jdbc.table: '%s' is not a table's name as this engine writes it: letters, digits"
              + " and underscores, at most 63, with a schema in front or without; rename the table.")
  String malformedTable(String table);

  @Message(
      id = 3205,
      value =
          "primacy.jdbc.url: '%s' is a database in the memory of one process, so that every node"
              + " would be alone in its own and primary there; name one that all nodes share, for"
              + " example jdbc:h2:file:/path/name;AUTO_SERVER=TRUE, or use primacy-engine-memory for"
              + " one process.")
  String privateDatabase(String url);

  @Message(
      id = 3206,
      value =
          "primacy.jdbc.url: WRITE_DELAY=%s would let H2 confirm what a crash then undoes, and with"
              + " it a role may be given twice; remove it, this engine sets it to 0.")
  String writeDelayInUrl(String delay);

  @Message(
      id = 3207,
      value =
          "primacy.jdbc.url: with transactionReplay=true the driver repeats writes by itself, so that"
              + " one that succeeded may be reported as refused; remove it.")
  String replayInUrl();

  @Message(
      id = 3208,
      value =
          "primacy.jdbc.password is set without primacy.jdbc.user; set both, or neither where the URL"
              + " or the DataSource has them.")
  String passwordWithoutUser();

  @Message(
      id = 3209,
      value =
          "primacy.jdbc.datasource: there is nothing named '%s' in JNDI (%s); correct the name, or"
              + " define the DataSource in the server.")
  String noDataSource(String name, String reason);

  @Message(
      id = 3210,
      value =
          "primacy.jdbc.datasource: '%s' is not a DataSource but %s; name a javax.sql.DataSource that"
              + " is not an XA one.")
  String notADataSource(String name, String found);

  @Message(
      id = 3211,
      value =
          "primacy.jdbc.datasource: '%s' would be looked up outside of this server; name a DataSource"
              + " of its own, as java:… or without a scheme.")
  String foreignName(String name);

  // Opening

  @Message(
      id = 3220,
      value =
          "The database refused user and password (%s); correct primacy.jdbc.user and"
              + " primacy.jdbc.password, or the DataSource.")
  String badCredentials(String reason);

  @Message(
      id = 3221,
      value =
          "The database named by primacy.jdbc.url or primacy.jdbc.datasource does not exist (%s);"
              + " correct the name, or create it.")
  String noSuchDatabase(String reason);

  @Message(
      id = 3222,
      value =
          "The table %s is missing or incomplete (%s), and primacy.jdbc.create-table=false; have it"
              + " created by:%n%s")
  String noTable(String table, String reason, String ddl);

  @Message(
      id = 3223,
      value =
          "The table %s is missing and could not be created (%s); grant the right to, or set"
              + " primacy.jdbc.create-table=false and have it created by:%n%s")
  String tableNotCreated(String table, String reason, String ddl);

  @Message(
      id = 3224,
      value =
          "The table %s has the wrong shape: %s. Move it away and let this engine create it, or name"
              + " another one with primacy.jdbc.table; it has to be:%n%s")
  String wrongShape(String table, String what, String ddl);

  @Message(
      id = 3225,
      value =
          "The database user may not use the table %s (%s); grant SELECT, INSERT, UPDATE and DELETE"
              + " on it. If it is not there, have it created by:%n%s")
  String noRights(String table, String reason, String ddl);

  @Message(
      id = 3226,
      value =
          "The database is read-only here (%s): a replica, or a server that was demoted. Its records"
              + " may be old, so nothing is asked of it; name the primary server, with PostgreSQL for"
              + " example by targetServerType=primary.")
  String readOnly(String reason);

  @Message(
      id = 3227,
      value =
          "Auto-commit cannot be switched on for this connection (%s), but every write has to stand"
              + " by itself; name a DataSource that is neither XA nor JTA-managed.")
  String noAutoCommit(String reason);

  @Message(
      id = 3228,
      value =
          "The database does not offer the isolation level READ COMMITTED (%s), which reads need to"
              + " be up to date; use another database.")
  String noReadCommitted(String reason);

  @Message(
      id = 3229,
      value =
          "H2's WRITE_DELAY is %s ms and could not be set to 0 (%s): what it confirms in that time a"
              + " crash undoes. Connect as an administrator: what another one sets, by SET WRITE_DELAY 0,"
              + " holds only until the database is closed.")
  String writeDelay(String delay, String reason);

  @Message(
      id = 3230,
      value =
          "The table %s is kept by the storage engine %s, which has neither transactions nor row"
              + " locks; execute ALTER TABLE %s ENGINE=InnoDB.")
  String notInnoDb(String table, String engine, String sameTable);

  @Message(
      id = 3231,
      value =
          "innodb_flush_log_at_trx_commit=0: the server confirms what its crash then undoes, and with"
              + " it a role may be given twice; set it to 1.")
  String flushedLater();

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3232,
      value =
          "%s: a crash of the database's machine may undo what was confirmed, and a role may then be"
              + " given twice; change it before production.")
  void lostWithTheMachine(String setting);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3233,
      value =
          "%s is not among the databases this engine is tested with (H2, PostgreSQL, MariaDB); it"
              + " works if single statements are atomic and reads show what was confirmed.")
  void untested(String product);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 3234, value = "Created the table %s in %s.")
  void tableCreated(String table, String product);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 3235, value = "Records are kept in the table %s of %s at %s.")
  void connected(String table, String product, String target);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3236,
      value =
          "The database at %s cannot be used: %s. Tried again until it can; once it can it is said.")
  void unreachable(String target, String reason);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3237,
      value =
          "No notifications from PostgreSQL (%s): other nodes' changes are seen by asking, a little"
              + " later; tried again.")
  void noNotifications(String reason);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3238,
      value = "A connection to the database did not close within %s ms; its thread ends later.")
  void slowClose(long millis);

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 3239,
      value = "The database is reached at its server %s from now on, no longer at %s.")
  void otherServer(String now, String before);

  // Events

  @Message(
      id = 3240,
      value =
          "%s: '%s' is not a time of at least 10 ms; write it as 250ms, 15s, 1h or in ISO 8601.")
  String badDuration(String key, String text);

  @Message(
      id = 3241,
      value = "primacy.jdbc.events.batch: '%s' is not a number from 1 to %s; correct it.")
  String badBatch(String text, int most);

  @Message(
      id = 3242,
      value =
          "primacy.jdbc.table: '%s' is too long for the tables of events, which are named after it:"
              + " at most %s characters without the schema; rename it, or use another messenger.")
  String tableTooLong(String table, int most);

  @Message(
      id = 3243,
      value =
          "The queue '%s' is none whose name the event tables can take: 1 to %s characters; rename it.")
  String queueTooLong(String queue, int most);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 3244, value = "Events are kept in the table %s of %s at %s.")
  void eventsConnected(String table, String product, String target);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3245,
      value =
          "The tables of events were emptied; this node goes on with what is published from now on.")
  void eventsEmptied();

  @Message(
      id = 3246,
      value =
          "%s events, this node's own included, were removed before this node had read them: it was"
              + " further behind than primacy.jdbc.events.keep. Make its observers faster, or keep"
              + " events longer.")
  String fellBehind(long count);

  @Message(
      id = 3247,
      value =
          "%s events were removed before a node had taken them for the queue %s: they waited longer"
              + " than primacy.jdbc.events.keep. Make its observers faster, make it durable, or keep"
              + " events longer.")
  String queueFellBehind(long count, String queue);

  @Message(
      id = 3248,
      value =
          "The event %s in the table is none that a node of this cluster wrote; it is passed over."
              + " Look for who else writes into the table.")
  String unsoundEvent(long id);

  @Message(
      id = 3249,
      value =
          "Whether this node took events of the queue %s is not known (%s); if it did they are lost,"
              + " since a live queue hands out none twice.")
  String takenInDoubt(String queue, String reason);

  @Message(id = 3260, value = "The event was not published: %s")
  String notPublished(String reason);

  @Message(id = 3261, value = "Whether the event was published is not known: %s")
  String publishedInDoubt(String reason);

  @Message(
      id = 3262,
      value =
          "The id of a message is 1 to %s printable characters of ASCII, and its type at least 1;"
              + " nothing was sent.")
  String badMessage(int most);

  @Message(id = 3263, value = "The archive of events did not do what was asked: %s")
  String archiveFailed(String reason);

  @Message(
      id = 3264,
      value =
          "An event cannot be archived: its id, its origin or its text is longer than %s, %s or %s"
              + " characters; nothing was written.")
  String notArchived(int id, int origin, int text);

  @Message(id = 3265, value = "The messenger was not started; nothing was sent.")
  String notStarted();

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 9031, value = "Whoever takes events failed; this one is passed over.")
  void listenerFailed(@Cause Throwable cause);

  // Requests

  @Message(id = 3250, value = "No connection to the database (%s); nothing was sent.")
  String notConnected(String reason);

  @Message(id = 3251, value = "The database did not answer within %s ms.")
  String noAnswer(long millis);

  @Message(id = 3252, value = "The JDBC engine is closed; nothing was sent.")
  String closed();

  @Message(id = 3253, value = "A value of %s bytes is larger than %s; nothing was sent.")
  String tooLarge(int bytes, int limit);

  @Message(id = 3254, value = "The database answered with SQL state %s, code %s: %s")
  String badAnswer(String state, int code, String text);

  @Message(
      id = 3255,
      value =
          "The database refused to create a record as a duplicate, but there is none (%s); whether it"
              + " was written is not known.")
  String noDuplicate(String reason);

  @Message(
      id = 3256,
      value =
          "The driver connected anew by itself and may have sent the write twice; whether it was"
              + " written is not known.")
  String sentTwice();

  @Message(
      id = 3257,
      value = "Another request has been waiting for the database; nothing was sent.")
  String busy();

  @Message(
      id = 3258,
      value =
          "%s statements hang in the driver, none is added; nothing was sent. Look for what the"
              + " database or the network between does.")
  String hanging(int count);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 9030, value = "A thread of the JDBC engine failed; it is replaced.")
  void defect(@Cause Throwable cause);
}
