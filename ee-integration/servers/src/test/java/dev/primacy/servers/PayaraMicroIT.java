package dev.primacy.servers;

import dev.primacy.servers.launch.PayaraMicro;

class PayaraMicroIT extends ServerScenarios {
  PayaraMicroIT() {
    super(new PayaraMicro());
  }
}
