package dev.primacy.spi;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * What an engine gets to know of its surroundings.
 *
 * @since 0.1
 */
public interface EngineContext {

  /**
   * The cluster's name, the prefix of every record.
   *
   * @return {@code primacy.cluster}
   */
  String cluster();

  /**
   * The node's name, for logs and for telling nodes of an ensemble apart.
   *
   * @return {@code primacy.node.name}
   */
  String nodeName();

  /**
   * One of the engine's own settings.
   *
   * @param key the whole key, one of {@link Engine#settings}
   * @return the configured value, else the default of its description; empty if neither is there
   */
  Optional<String> setting(String key);

  /**
   * How long one request may take.
   *
   * @return {@code primacy.request-timeout}
   */
  Duration requestTimeout();

  /**
   * The node's lease, for engines with sessions of their own.
   *
   * @return {@code primacy.lease}
   */
  Duration lease();

  /**
   * Makes daemon threads that carry the application's name and context class loader;
   * container-managed where there is a container. One that is started while a store is opened may
   * begin only when the application has started, which is after that: opening must not wait for it.
   *
   * @return the factory
   */
  ThreadFactory threads();
}
