package dev.primacy.spi;

import java.util.List;
import java.util.Optional;

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
   * Whether a node with this engine only ever follows, because its store is what another node lets
   * it see: it never becomes primary, whatever {@code primacy.node.passive} says, its standing is
   * {@code RELAY} where others are {@code MEMBER}, and it writes nothing but its own node record.
   *
   * @return false unless the engine says otherwise
   */
  default boolean followsOnly() {
    return false;
  }

  /**
   * The messenger that comes with the engine, used unless {@code primacy.messenger} or another one
   * on the class path says otherwise.
   *
   * @return empty if it has none
   */
  default Optional<MessengerProvider> messenger() {
    return Optional.empty();
  }

  /**
   * Opens the archive of events that comes with the engine. Called at most once for each store, and
   * only if events are to be kept.
   *
   * @param context settings and surroundings
   * @return open, though what it needs may be away; empty if it has none
   * @throws StoreException if it can never work as configured; the message is numbered and complete
   */
  default Optional<EventArchive> archive(EngineContext context) throws StoreException {
    return Optional.empty();
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
