package dev.primacy.spi;

/**
 * How a setting's value is checked.
 *
 * @since 0.1
 */
public enum SettingType {
  /** Any text. */
  TEXT,
  /** A name: {@code [A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?}. */
  NAME,
  /** Names, comma-separated. */
  NAMES,
  /** Whole number. */
  INTEGER,
  /** Decimal number. */
  DECIMAL,
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** {@code 10s}, {@code 500ms} or {@code PT10S}. */
  DURATION,
  /** An absolute http or https address. */
  URL,
  /** A directory. */
  DIRECTORY,
  /** {@code host:port}, comma-separated. */
  ADDRESSES,
  /** Like {@link #TEXT}, and never shown. */
  SECRET
}
