/**
 * Records in one table of a relational database, over plain JDBC. {@link
 * dev.primacy.engine.jdbc.JdbcEngine} is found by the service loader; nothing else here is meant
 * for callers.
 */
@NullMarked
package dev.primacy.engine.jdbc;

import org.jspecify.annotations.NullMarked;
