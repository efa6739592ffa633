package dev.primacy.servers;

import dev.primacy.servers.launch.GlassFish;

class GlassFishIT extends ServerScenarios {
  GlassFishIT() {
    super(new GlassFish());
  }
}
