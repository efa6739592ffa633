package dev.primacy.core.settings;

/**
 * What the configuration amounts to.
 *
 * @since 0.1
 */
public enum Mode {
  /** No group and no engine: one server, no cluster; everything is let in. */
  STANDALONE,
  /** {@code primacy.enabled=false}. */
  DISABLED,
  /** At least one group and one engine. */
  CLUSTERED
}
