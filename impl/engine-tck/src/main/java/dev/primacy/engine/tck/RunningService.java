package dev.primacy.engine.tck;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A service as long as its contract class runs. */
final class RunningService {
  private final StoreService service;
  private List<InetSocketAddress> addresses = List.of();
  private boolean away = true;
  private boolean full;

  RunningService(StoreService service) {
    this.service = service;
  }

  StoreService service() {
    return service;
  }

  List<InetSocketAddress> addresses() {
    return addresses;
  }

  boolean isAway() {
    return away;
  }

  void start() throws Exception {
    addresses = List.copyOf(service.start());
    away = false;
    if (can(Ability.WIRE) && addresses.isEmpty()) {
      throw new IllegalStateException(
          service.name() + " names no address to reach it by, and no reason why it cannot do WIRE");
    }
  }

  void stop() throws Exception {
    away = true;
    service.stop();
  }

  void fillDisk() throws Exception {
    full = true;
    service.fillDisk();
  }

  void freeDisk() throws Exception {
    if (full) {
      service.freeDisk();
      full = false;
    }
  }

  boolean can(Ability ability) {
    return !service.cannot().containsKey(ability);
  }

  /** Ends the test, with the reason, if the service cannot do this. */
  void require(Ability ability) {
    Optional.ofNullable(service.cannot().get(ability)).ifPresent(Assumptions::abort);
  }

  void close() throws Exception {
    service.close();
  }
}
