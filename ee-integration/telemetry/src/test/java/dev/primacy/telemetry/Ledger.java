package dev.primacy.telemetry;

import dev.primacy.OnSecondary;
import dev.primacy.PrimaryOnly;
import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is guarded and observes. */
@ApplicationScoped
public class Ledger {
  static final AtomicBoolean THROWS = new AtomicBoolean();

  @PrimaryOnly
  void post() {}

  @PrimaryOnly(onSecondary = OnSecondary.SKIP)
  void tick() {}

  void hear(@Observes NodeRoleChanged change) {
    if (THROWS.compareAndSet(true, false)) {
      throw new IllegalStateException("planted");
    }
  }
}
