package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import dev.primacy.spi.EngineContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the settings once and collects everything that is wrong with them. */
final class ConfigurationReader {

  private static final String PART = "[A-Za-z_][A-Za-z0-9_]{0,62}";
  private static final Pattern TABLE = Pattern.compile("(" + PART + "\\.)?" + PART);

  private static final Pattern NAME = Pattern.compile("(java:)?[^:\\s]+");

  private final EngineContext context;
  private final List<String> problems = new ArrayList<>();
  private final Optional<String> url;
  private final Optional<String> dataSource;
  private final String table;

  ConfigurationReader(EngineContext context) {
    this.context = context;
    this.url = context.setting(Settings.URL).map(String::strip);
    this.dataSource = context.setting(Settings.DATA_SOURCE).map(String::strip);
    this.table = context.setting(Settings.TABLE).orElse("");
    checkTarget();
    checkTable();
    if (context.setting(Settings.PASSWORD).isPresent()
        && context.setting(Settings.USER).isEmpty()) {
      problems.add(LOG.passwordWithoutUser());
    }
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  Configuration configuration() {
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join(" ", problems));
    }
    return new Configuration(
        url,
        dataSource,
        context.setting(Settings.USER),
        context.setting(Settings.PASSWORD),
        table,
        isOn(Settings.CREATE_TABLE),
        isOn(Settings.NOTIFY),
        context.cluster(),
        context.nodeName(),
        context.requestTimeout());
  }

  private boolean isOn(String key) {
    return context.setting(key).map(Boolean::parseBoolean).orElse(true);
  }

  private void checkTarget() {
    if (url.isPresent() && dataSource.isPresent()) {
      problems.add(LOG.twoDatabases());
    } else if (url.isPresent()) {
      checkUrl(url.get());
    } else if (dataSource.isPresent()) {
      checkName(dataSource.get());
    } else {
      problems.add(LOG.noDatabase());
    }
  }

  /** JNDI follows {@code ldap:} and {@code rmi:} to wherever they lead. */
  private void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      problems.add(LOG.foreignName(name));
    }
  }

  private void checkUrl(String text) {
    JdbcUrl parsed = new JdbcUrl(text);
    if (!parsed.isOne()) {
      problems.add(LOG.notAUrl(JdbcUrl.shown(text)));
    } else if (parsed.isPrivate()) {
      problems.add(LOG.privateDatabase(JdbcUrl.shown(text)));
    } else if (Sources.driverOf(text).isEmpty()) {
      problems.add(LOG.noDriver(JdbcUrl.shown(text)));
    } else {
      problems.addAll(parsed.problems());
    }
  }

  private void checkTable() {
    if (!TABLE.matcher(table).matches()) {
      problems.add(LOG.malformedTable(table));
    }
  }
}
