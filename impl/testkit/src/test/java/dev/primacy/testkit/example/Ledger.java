package dev.primacy.testkit.example;

import dev.primacy.NodeRole;
import dev.primacy.PrimaryOnly;
import dev.primacy.event.Became;
import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

@ApplicationScoped
public class Ledger {
  private int tenures;

  @PrimaryOnly
  public String post(String entry) {
    return "posted " + entry;
  }

  void lead(@Observes @Became(NodeRole.PRIMARY) NodeRoleChanged change) {
    tenures++;
  }

  public int tenures() {
    return tenures;
  }
}
