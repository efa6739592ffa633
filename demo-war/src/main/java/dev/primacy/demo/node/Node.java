package dev.primacy.demo.node;

import dev.primacy.demo.DemoMessages;
import jakarta.servlet.ServletException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a light node, in the order they start and stop. Stopping: the container announces
 * its end, upon which the library closes the guard, drains while HTTP still answers, releases and
 * waits for a successor; then the front door is shut, the beans end, and HTTP at last.
 */
final class Node {
  /** The promise is 20 s for the whole process. */
  static final long STOP_WITHIN_SECONDS = 18;

  private static final Logger LOG = Logger.getLogger("dev.primacy.demo");

  private final NodeOptions options;
  private @Nullable NodeHome home; // these three are set by start, before anybody can call stop
  private @Nullable FrontDoor door;
  private @Nullable WeldContainer container;

  Node(NodeOptions options) {
    this.options = options;
  }

  void start() {
    NodePorts.check(options);
    home = NodeHome.claim(options);
    NodeSettings.publish(options);
    NodeLog.install(options.name());
    FrontDoor opened = FrontDoor.open(options);
    door = opened;
    try {
      // the container's own hook would stop it beside us, in no order
      WeldContainer started =
          new Weld().skipShutdownHook().addExtension(new ClosingTime(opened)).initialize();
      container = started;
      opened.admit(RestServlet.deploy(started));
    } catch (RuntimeException | ServletException e) {
      throw new NodeStartException(
          DemoMessages.TEXT.cannotStart(options.name(), DeploymentProblems.in(e)), e);
    }
    LOG.info(
        DemoMessages.TEXT.answers(options.name(), ProcessHandle.current().pid(), options.url()));
  }

  void stop() {
    LOG.info(DemoMessages.TEXT.stops(options.name()));
    if (container != null) {
      container.close();
    }
    if (door != null) {
      door.close();
    }
    LOG.log(
        home != null && home.isHeld() ? Level.INFO : Level.WARNING,
        DemoMessages.TEXT.stopped(options.name()));
  }
}
