package dev.primacy.cdi;

import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** What a server offers under well-known names; nothing outside of servers. */
final class Naming {
  private Naming() {}

  @SuppressWarnings("BanJNDI") // constant names of the Jakarta EE platform
  static <T> Optional<T> lookup(String name, Class<T> type) {
    try {
      Object found = new InitialContext().lookup(name);
      return Optional.ofNullable(found).filter(type::isInstance).map(type::cast);
    } catch (NamingException | RuntimeException nothingThere) {
      return Optional.empty();
    }
  }
}
