package dev.primacy.engine.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Where PostgreSQL announces changes of one cluster in one table.
 *
 * @param name an identifier, short enough whatever the cluster and the table are called
 */
record Channel(String name) {
  private static final List<RecordKind> WATCHED = List.of(RecordKind.NODE, RecordKind.GROUP);

  /** The change and its announcement in one statement: whoever hears of it can see it. */
  static String announcing(String change) {
    return "WITH changed AS (" + change + " RETURNING 1) SELECT pg_notify(?, ?) FROM changed";
  }

  static Channel of(Configuration configuration) {
    String both = configuration.table().toLowerCase(Locale.ROOT) + '/' + configuration.cluster();
    UUID hash = UUID.nameUUIDFromBytes(both.getBytes(UTF_8));
    return new Channel("primacy_" + hash.toString().replace('-', '_'));
  }

  /** Where new events of a cluster are announced. */
  static Channel ofEvents(Configuration configuration) {
    return new Channel(of(configuration).name() + "_e");
  }

  static String payload(RecordKey key) {
    return Names.stored(key.kind()) + '/' + Names.stored(key);
  }

  /** Empty for what nobody watches, and for what somebody else wrote. */
  static Optional<RecordKey> key(String payload) {
    for (RecordKind kind : WATCHED) {
      String prefix = Names.stored(kind) + '/';
      if (payload.startsWith(prefix)) {
        return Names.key(kind, payload.substring(prefix.length()));
      }
    }
    return Optional.empty();
  }
}
