package dev.primacy.servers.refused;

import dev.primacy.PrimaryResource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Makes what would not end with the role. */
@ApplicationScoped
public class Connections {
  @Produces
  @PrimaryResource
  @ApplicationScoped
  Connection open() {
    return new Connection();
  }

  /** What is made. */
  public static class Connection {}
}
