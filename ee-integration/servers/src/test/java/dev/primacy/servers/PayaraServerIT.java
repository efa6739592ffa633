package dev.primacy.servers;

import dev.primacy.servers.launch.PayaraServer;

class PayaraServerIT extends ServerScenarios {
  PayaraServerIT() {
    super(new PayaraServer());
  }
}
