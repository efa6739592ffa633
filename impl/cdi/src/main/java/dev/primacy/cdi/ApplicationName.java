package dev.primacy.cdi;

import java.util.Optional;
import java.util.stream.Stream;

/** The name of the application, as its server knows it. */
final class ApplicationName {
  private static final String UNNAMED = "application";

  private ApplicationName() {}

  static String find() {
    return Stream.of("java:module/ModuleName", "java:app/AppName")
        .map(name -> Naming.lookup(name, String.class))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(UNNAMED);
  }
}
