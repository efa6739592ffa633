package dev.primacy.servers.guard;

import dev.primacy.PrimaryOnly;
import jakarta.ws.rs.GET;

/** An interface that says what is guarded. */
public interface Contract {
  /**
   * Reads.
   *
   * @return the path
   */
  @GET
  @PrimaryOnly
  String read();
}
