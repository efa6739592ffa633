package dev.primacy.faults.probe;

import dev.primacy.core.gate.SystemClocks;
import dev.primacy.faults.history.Entry;
import dev.primacy.faults.history.Journal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** This process: its name, its journal, its planted defect and the clock of all of them. */
@ApplicationScoped
class Probe {
  /** System properties that the suite sets. */
  static final String PROCESS = "faults.process";

  static final String JOURNAL = "faults.journal";

  @SuppressWarnings("NullAway.Init") // by open
  private Journal journal;

  @PostConstruct
  void open() {
    journal = Journal.open(Path.of(System.getProperty(JOURNAL)));
  }

  @PreDestroy
  void close() {
    journal.close();
  }

  String process() {
    return System.getProperty(PROCESS);
  }

  Plant plant() {
    return Plant.configured();
  }

  long now() {
    return SystemClocks.INSTANCE.nanos();
  }

  void write(Entry entry) {
    journal.write(entry);
  }
}
