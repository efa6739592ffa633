package dev.primacy.servers;

import dev.primacy.servers.launch.OpenLiberty;

class OpenLibertyIT extends ServerScenarios {
  OpenLibertyIT() {
    super(new OpenLiberty());
  }
}
