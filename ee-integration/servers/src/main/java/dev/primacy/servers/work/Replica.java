package dev.primacy.servers.work;

import dev.primacy.ClusterNode;
import dev.primacy.control.SecondaryInitializer;
import dev.primacy.control.StateVersion;
import dev.primacy.servers.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** State that is the same everywhere, and says when it is asked for its kind. */
@ApplicationScoped
public class Replica implements SecondaryInitializer {
  private static final StateVersion ONLY = new StateVersion("1");

  @Inject Journal journal;

  /** Made by the container. */
  public Replica() {}

  @Override
  public String schema() {
    journal.write("schema", ONLY.value());
    return ONLY.value();
  }

  @Override
  public StateVersion here(String group) {
    return ONLY;
  }

  @Override
  public StateVersion at(String group, ClusterNode primary) {
    return ONLY;
  }

  @Override
  public void copy(String group, ClusterNode primary) {
    throw new IllegalStateException("there is nothing to copy");
  }
}
