package dev.primacy.transactions;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.util.Set;

/** Keeps classes of others from becoming beans or interceptors. */
final class Veto implements Extension {
  private final Set<String> types;

  Veto(String... types) {
    this.types = Set.of(types);
  }

  void veto(@Observes ProcessAnnotatedType<?> event) {
    if (types.contains(event.getAnnotatedType().getJavaClass().getName())) {
      event.veto();
    }
  }
}
