package dev.primacy.servers.neighbour;

import dev.primacy.PrimaryOnly;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.servers.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Hears of its own role, and has work of its own. */
@Path("neighbour")
@ApplicationScoped
public class Neighbour {
  @Inject Journal journal;

  /** Made by the container. */
  public Neighbour() {}

  void changed(@Observes NodeRoleChanged change) {
    journal.write("neighbour-role", change.seq(), change.current(), change.cause(), change.group());
  }

  /** Works. */
  @POST
  @PrimaryOnly
  public void work() {
    journal.write("neighbour-work");
  }
}
