package dev.primacy.servers.work;

import dev.primacy.PrimaryResource;
import dev.primacy.servers.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/** Something that is open on the primary only. */
@ApplicationScoped
public class Till {
  @Inject Journal journal;

  /** Made by the container. */
  public Till() {}

  /** What is open. */
  public interface Drawer extends AutoCloseable {
    @Override
    void close();
  }

  @Produces
  @PrimaryResource
  Drawer open() {
    journal.write("drawer", "open");
    return () -> journal.write("drawer", "closed");
  }
}
