package dev.primacy.cdi;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What is logged meanwhile. */
final class LogLines implements AutoCloseable {
  private static final Logger ROOT = Logger.getLogger("");

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final SimpleFormatter formatter = new SimpleFormatter();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  LogLines() {
    ROOT.addHandler(handler);
  }

  String text() {
    return String.join("\n", lines);
  }

  List<String> lines() {
    return lines;
  }

  private void add(LogRecord record) {
    StringWriter text = new StringWriter().append(formatter.formatMessage(record)).append("\n");
    if (record.getThrown() != null) {
      record.getThrown().printStackTrace(new PrintWriter(text));
    }
    lines.add(text.toString());
  }

  @Override
  public void close() {
    ROOT.removeHandler(handler);
  }
}
