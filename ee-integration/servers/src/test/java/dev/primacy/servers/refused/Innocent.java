package dev.primacy.servers.refused;

import dev.primacy.PrimaryOnly;
import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Has no mistake: a build that takes it shows that the others fail by theirs. */
@ApplicationScoped
public class Innocent {
  @PrimaryOnly
  void post() {}

  void hear(@Observes NodeRoleChanged change) {}
}
