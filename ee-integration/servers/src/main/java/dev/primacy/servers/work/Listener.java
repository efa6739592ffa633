package dev.primacy.servers.work;

import dev.primacy.FencingToken;
import dev.primacy.NodeRole;
import dev.primacy.event.Became;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeLeft;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.servers.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Hears what the cluster says, all of it and by qualifier. */
@ApplicationScoped
public class Listener {
  private static final List<String> NAMES =
      List.of("java:app/AppName", "java:comp/TransactionSynchronizationRegistry");

  @Inject Journal journal;

  /** Made by the container. */
  public Listener() {}

  void changing(@Observes NodeRoleChanging change) {
    journal.write("changing", change.from(), change.to(), change.cause());
  }

  void changed(@Observes NodeRoleChanged change) {
    journal.write(
        "role",
        change.seq(),
        change.previous().map(NodeRole::name).orElse("-"),
        change.current(),
        change.cause(),
        change.token().map(FencingToken::term).orElse(0L));
  }

  void lead(@Observes @Became(NodeRole.PRIMARY) NodeRoleChanged change) {
    journal.write("lead", change.token().map(FencingToken::term).orElse(0L));
  }

  /** Looks up names of the application, as an observer that needs a resource does. */
  void naming(@Observes NodeRoleChanged change) {
    for (String name : NAMES) {
      journal.write("naming", name, outcome(name));
    }
  }

  @SuppressWarnings("BanJNDI") // names of our own
  private static String outcome(String name) {
    try {
      return InitialContext.doLookup(name) == null ? "nothing" : "found";
    } catch (NamingException e) {
      return e.getClass().getSimpleName();
    }
  }

  void joined(@Observes NodeJoined event) {
    journal.write("joined", event.joined().id().name());
  }

  void left(@Observes NodeLeft event) {
    journal.write("left", event.left().id().name(), event.cause());
  }
}
