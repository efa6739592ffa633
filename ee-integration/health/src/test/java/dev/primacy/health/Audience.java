package dev.primacy.health;

import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;

/** Has the application make use of its group, and may take its time. */
@ApplicationScoped
public class Audience {
  static volatile CountDownLatch pause = new CountDownLatch(0);

  void hear(@Observes NodeRoleChanged change) throws InterruptedException {
    pause.await();
  }
}
