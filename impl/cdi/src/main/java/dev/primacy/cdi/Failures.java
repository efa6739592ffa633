package dev.primacy.cdi;

import dev.primacy.core.messaging.Via;
import dev.primacy.core.runtime.DeliveryReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the observers of one event threw. Used by the delivering thread only. */
final class Failures {
  private final Via via;
  private @Nullable List<DeliveryReport.Failure> noted;

  Failures(Via via) {
    this.via = via;
  }

  /** By which way the event came. */
  Via via() {
    return via;
  }

  void add(String observer, Throwable failure) {
    if (noted == null) {
      noted = new ArrayList<>();
    }
    noted.add(new DeliveryReport.Failure(observer, ObserverFailures.unwrap(failure)));
  }

  DeliveryReport report() {
    return noted == null ? DeliveryReport.CLEAN : new DeliveryReport(noted);
  }
}
