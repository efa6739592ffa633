package dev.primacy.demo.node;

import dev.primacy.demo.ZooKeeperNoise;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** One line per role change on standard output, what is wrong on standard error, nothing else. */
final class NodeLog extends Handler {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  private static final Logger ROOT = Logger.getLogger("");

  /** Held here, because the log manager itself keeps loggers by weak reference only. */
  private static final Logger PRIMACY = Logger.getLogger("dev.primacy");

  private static final Logger ZOOKEEPER = Logger.getLogger(ZooKeeperNoise.ERRORS_ONLY);

  private static final List<Logger> SILENT =
      ZooKeeperNoise.SILENT.stream().map(Logger::getLogger).toList();

  private final String node;

  private NodeLog(String node) {
    this.node = node;
  }

  /** Has to run before anything logs. */
  static void install(String node) {
    List.of(ROOT.getHandlers()).forEach(ROOT::removeHandler);
    ROOT.addHandler(new NodeLog(node));
    ROOT.setLevel(Level.WARNING);
    PRIMACY.setLevel(Level.INFO);
    ZOOKEEPER.setLevel(Level.SEVERE);
    SILENT.forEach(logger -> logger.setLevel(Level.OFF));
  }

  @Override
  public void publish(LogRecord record) {
    if (!isLoggable(record)) {
      return;
    }
    PrintStream out =
        record.getLevel().intValue() >= Level.WARNING.intValue() ? System.err : System.out;
    String time =
        TIME.format(Instant.ofEpochMilli(record.getMillis()).atZone(ZoneId.systemDefault()));
    String prefix = record.getLevel().equals(Level.INFO) ? "" : record.getLevel() + " ";
    out.println(time + " " + node + " " + prefix + text(record));
    if (record.getThrown() != null) {
      record.getThrown().printStackTrace(out);
    }
  }

  private static String text(LogRecord record) {
    Object[] parameters = record.getParameters();
    return parameters == null || parameters.length == 0
        ? record.getMessage()
        : java.text.MessageFormat.format(record.getMessage(), parameters);
  }

  @Override
  public void flush() {
    System.out.flush();
    System.err.flush();
  }

  @Override
  public void close() {
    flush();
  }
}
