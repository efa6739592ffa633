package dev.primacy.core.runtime;

import java.util.List;

/**
 * What came of delivering one event.
 *
 * @param failures the observers that threw; empty if all returned
 * @since 0.1
 */
public record DeliveryReport(List<Failure> failures) {

  /** All returned. */
  public static final DeliveryReport CLEAN = new DeliveryReport(List.of());

  /** Copies the list. */
  public DeliveryReport {
    failures = List.copyOf(failures);
  }

  /**
   * One observer that threw.
   *
   * @param observer class and method
   * @param failure what it threw
   */
  public record Failure(String observer, Throwable failure) {}
}
