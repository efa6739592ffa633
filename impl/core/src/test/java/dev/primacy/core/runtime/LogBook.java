package dev.primacy.core.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What is logged meanwhile, and by which thread. */
final class LogBook implements AutoCloseable {
  // held here: the JDK keeps loggers weakly
  private final Logger logger = Logger.getLogger("dev.primacy");
  private final List<Line> lines = new CopyOnWriteArrayList<>();
  private final SimpleFormatter formatter = new SimpleFormatter();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          String thread = Thread.currentThread().getName();
          lines.add(new Line(formatter.formatMessage(record), thread, record.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  record Line(String text, String thread, Throwable thrown) {}

  LogBook() {
    logger.addHandler(handler);
  }

  List<Line> lines() {
    return lines;
  }

  /** The lines of one number, in order. */
  List<String> numbered(int number) {
    String prefix = "PRIMACY-" + number + ":";
    return lines.stream().map(Line::text).filter(text -> text.startsWith(prefix)).toList();
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
  }
}
