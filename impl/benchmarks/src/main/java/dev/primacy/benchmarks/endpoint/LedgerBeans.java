package dev.primacy.benchmarks.endpoint;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/**
 * Makes the resources beans where they are served and nowhere else: the module is no bean archive,
 * so that every container holds what is measured in it only.
 */
public class LedgerBeans implements Extension {
  private static final String SERVED = "benchmarks.endpoints";

  void add(@Observes BeforeBeanDiscovery discovery) {
    if (Boolean.getBoolean(SERVED)) {
      LedgerApplication.RESOURCES.forEach(type -> discovery.addAnnotatedType(type, type.getName()));
    }
  }
}
