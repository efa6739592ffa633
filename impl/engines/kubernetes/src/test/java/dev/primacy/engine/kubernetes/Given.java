package dev.primacy.engine.kubernetes;

import dev.primacy.engine.tck.Surroundings;

/** What the engine gets to know in a test. */
final class Given {

  private Given() {}

  static Surroundings nothing() {
    return Surroundings.of(new KubernetesEngine());
  }

  /** The address of an API server. */
  static Surroundings url(String url) {
    return nothing().with(Settings.API_SERVER, url);
  }
}
