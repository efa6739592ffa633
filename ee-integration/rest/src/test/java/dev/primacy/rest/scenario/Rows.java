package dev.primacy.rest.scenario;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The ways to guard a REST method: request method, path, and what the method writes down. */
final class Rows {
  private Rows() {}

  static Stream<Arguments> all() {
    return Stream.of(
        row("GET", "request-scoped", "request-scoped class level"),
        row("GET", "application-scoped", "application-scoped method level"),
        row("GET", "unscoped", "unscoped"),
        row("GET", "interface", "interface, mapped there"),
        row("GET", "interface/own-mapping", "interface, mapped here"),
        row("GET", "superclass", "inherited"),
        row("GET", "superclass/overridden", "overridden"),
        row("GET", "superclass-level", "superclass level"),
        row("GET", "locator/new", "sub-resource made by new"),
        row("GET", "locator/bean", "sub-resource that is a bean"));
  }

  private static Arguments row(String method, String path, String entry) {
    return Arguments.of(method, path, entry);
  }
}
