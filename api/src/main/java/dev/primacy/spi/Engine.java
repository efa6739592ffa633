package dev.primacy.spi;

import java.util.List;

/**
 * Opens a store. Implementations are found by {@link java.util.ServiceLoader} and have a public
 * constructor without parameters that does nothing else.
 *
 * @since 0.1
 */
public interface Engine {

  /**
   * The value of {@code primacy.engine} that selects it, and the prefix of its settings: {@code
   * primacy.<name>.*}.
   *
   * @return lower-case letters
   */
  String name();

  /**
   * The settings it understands, for validation and for the reference page.
   *
   * @return all keys below {@code primacy.<name>.}
   */
  List<SettingDescription> settings();

  /**
   * Checks its settings, without touching the network or the disk beyond looking.
   *
   * @param context settings and surroundings
   * @return every problem, each one a numbered message with offender, rule and way out; empty if
   *     all is well
   */
  default List<String> problems(EngineContext context) {
    return List.of();
  }

  /**
   * Opens the store. May return before anything is reachable: an unreachable store is a state, not
   * an error; a port in use or a directory that cannot be written is an error.
   *
   * @param context settings and surroundings
   * @return the open store
   * @throws StoreException if it can never work as configured; the message is numbered and complete
   */
  RecordStore open(EngineContext context) throws StoreException;
}
