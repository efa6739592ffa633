package dev.primacy.quarkus.start;

import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what was taken. */
@ApplicationScoped
public class Stock {
  private final AtomicInteger taken = new AtomicInteger();

  /** Made by the container. */
  public Stock() {}

  /**
   * Takes one.
   *
   * @param article what
   * @return how many were taken, this one included
   */
  @PrimaryOnly
  public int take(String article) {
    return taken.incrementAndGet();
  }

  /**
   * Asks.
   *
   * @return how many were taken
   */
  public int taken() {
    return taken.get();
  }
}
