package dev.primacy.demo.node;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;

/**
 * Shuts the front door between the library's handover and the end of the beans: last of all
 * observers, so that calls are answered by the application for as long as its guard may refuse
 * them, and by nobody once its beans are gone.
 */
class ClosingTime implements Extension {
  private final FrontDoor door;

  ClosingTime(FrontDoor door) {
    this.door = door;
  }

  void close(
      @Observes @Priority(Integer.MAX_VALUE) @BeforeDestroyed(ApplicationScoped.class)
          Object context) {
    door.shut();
  }
}
