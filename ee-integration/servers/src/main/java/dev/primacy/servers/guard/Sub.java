package dev.primacy.servers.guard;

import dev.primacy.PrimaryOnly;
import jakarta.ws.rs.GET;

/** A resource without a path of its own, made by {@code new}. */
public class Sub {
  private final String path;

  Sub(String path) {
    this.path = path;
  }

  /**
   * Reads.
   *
   * @return the path
   */
  @GET
  @PrimaryOnly
  public String read() {
    return Entered.by(path);
  }
}
