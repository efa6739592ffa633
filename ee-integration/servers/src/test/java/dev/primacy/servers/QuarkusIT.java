package dev.primacy.servers;

import dev.primacy.servers.launch.Quarkus;

class QuarkusIT extends ServerScenarios {
  QuarkusIT() {
    super(new Quarkus());
  }
}
