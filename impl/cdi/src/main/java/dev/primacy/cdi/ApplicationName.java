package dev.primacy.cdi;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The name of the application, as its server knows it.
 *
 * @since 0.1
 */
public final class ApplicationName {
  private static final String UNNAMED = "application";

  private ApplicationName() {}

  /**
   * Looks it up, on a thread of the application.
   *
   * @return {@code application} outside of servers
   */
  public static String find() {
    return Stream.of("java:module/ModuleName", "java:app/AppName")
        .map(name -> Naming.lookup(name, String.class))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(UNNAMED);
  }
}
