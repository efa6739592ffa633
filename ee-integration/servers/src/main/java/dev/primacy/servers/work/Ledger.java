package dev.primacy.servers.work;

import dev.primacy.FencingToken;
import dev.primacy.Firing;
import dev.primacy.MissedFirings;
import dev.primacy.PrimarySchedule;
import dev.primacy.servers.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A schedule of the primary, every second, none left out. */
@ApplicationScoped
public class Ledger {
  @Inject Journal journal;

  /** Made by the container. */
  public Ledger() {}

  @PrimarySchedule(every = "1s", missed = MissedFirings.ALL)
  void tick(Firing firing) {
    journal.write(
        "firing",
        firing.scheduled().getEpochSecond(),
        firing.token().map(FencingToken::term).orElse(0L),
        firing.late());
  }
}
