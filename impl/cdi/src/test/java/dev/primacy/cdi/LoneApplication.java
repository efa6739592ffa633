package dev.primacy.cdi;

import dev.primacy.NodeRole;
import dev.primacy.PrimaryOnly;
import dev.primacy.event.Became;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.concurrent.CountDownLatch;

/** A process that never stops its container, and is within a guarded call when it ends. */
public final class LoneApplication {
  private static final CountDownLatch PRIMARY = new CountDownLatch(1);
  private static final CountDownLatch ENTERED = new CountDownLatch(1);
  private static final CountDownLatch LEAVING = new CountDownLatch(1);

  private LoneApplication() {}

  /** Says what it hears; ends by itself or waits to be ended. */
  public static void main(String... arguments) throws InterruptedException {
    SeContainer container =
        SeContainerInitializer.newInstance()
            .addProperty("org.apache.webbeans.scanBeansXmlOnly", "true")
            .addBeanClasses(Desk.class, Voice.class)
            .initialize();
    PRIMARY.await();
    Desk desk = container.select(Desk.class).get();
    Thread call = new Thread(desk::work, "call");
    call.setDaemon(true);
    call.start();
    ENTERED.await();
    if (arguments[0].equals("wait")) {
      new CountDownLatch(1).await();
    }
  }

  private static synchronized void say(String line) {
    System.out.println("> " + line);
  }

  /** Work that ends because the role is about to. */
  @ApplicationScoped
  static class Desk {
    @PrimaryOnly
    void work() {
      say("call entered");
      ENTERED.countDown();
      try {
        LEAVING.await();
        say("call ended");
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Tells what it hears. */
  @ApplicationScoped
  static class Voice {
    void changing(@Observes NodeRoleChanging event) {
      if (event.to() == NodeRole.SECONDARY) {
        say("about to be SECONDARY");
        LEAVING.countDown();
      }
    }

    void changed(@Observes NodeRoleChanged event) {
      say("role " + event.current() + " " + event.cause());
    }

    void lead(@Observes @Became(NodeRole.PRIMARY) NodeRoleChanged event) {
      PRIMARY.countDown();
    }
  }
}
