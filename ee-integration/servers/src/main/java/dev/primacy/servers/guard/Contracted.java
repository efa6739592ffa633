package dev.primacy.servers.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;

/** Says nothing of a guard itself: its interface does. */
@Path("guard/interface")
@ApplicationScoped
public class Contracted implements Contract {
  /** Made by the container. */
  public Contracted() {}

  @Override
  public String read() {
    return Entered.by("interface");
  }
}
