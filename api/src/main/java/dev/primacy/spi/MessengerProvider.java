package dev.primacy.spi;

import dev.primacy.messaging.DeliveryPromise;
import java.util.List;

/**
 * Opens a messenger. One that needs no engine of its own is found by {@link
 * java.util.ServiceLoader} and has a public constructor without parameters that does nothing else;
 * one that belongs to an engine is that engine's {@link Engine#messenger}.
 *
 * @since 0.1
 */
public interface MessengerProvider {

  /**
   * The value of {@code primacy.messenger} that selects it, and the prefix of its settings: {@code
   * primacy.<name>.*}.
   *
   * @return lower-case letters
   */
  String name();

  /**
   * The settings it understands; none if it shares its engine's.
   *
   * @return all keys below {@code primacy.<name>.}
   */
  List<SettingDescription> settings();

  /**
   * What it promises.
   *
   * @return the same always
   */
  DeliveryPromise promise();

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
   * Makes the messenger; {@link Messenger#start} connects it.
   *
   * @param context settings and surroundings
   * @return not started
   * @throws MessengerException if it can never work as configured; the message is numbered and
   *     complete
   */
  Messenger open(EngineContext context) throws MessengerException;
}
