package dev.primacy.engine.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from. Asked on the engine's own threads only. */
interface Source {

  /** A connection that nobody else uses. */
  Connection connect() throws SQLException;
}
