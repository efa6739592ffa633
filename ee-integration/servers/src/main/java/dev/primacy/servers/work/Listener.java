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

/** Hears what the cluster says, all of it and by qualifier. */
@ApplicationScoped
public class Listener {
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

  void joined(@Observes NodeJoined event) {
    journal.write("joined", event.joined().id().name());
  }

  void left(@Observes NodeLeft event) {
    journal.write("left", event.left().id().name(), event.cause());
  }
}
