package dev.primacy.servers.refused;

import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.ApplicationScoped;

/** No interceptor stands before a static method. */
@ApplicationScoped
public class StaticGuard {
  @PrimaryOnly
  static void post() {}
}
