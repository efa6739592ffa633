/** The JDBC engine on H2, PostgreSQL and MariaDB. */
package dev.primacy.engine.jdbc;
