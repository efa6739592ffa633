package dev.primacy.servers;

import dev.primacy.servers.launch.WildFly;

class WildFlyIT extends ServerScenarios {
  WildFlyIT() {
    super(new WildFly());
  }
}
