package dev.primacy.engine.jdbc;

import static dev.primacy.engine.tck.Records.LEDGER;
import static dev.primacy.engine.tck.Records.created;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.RecordStore;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a list of many groups costs when the database is another process. */
class H2ServerListTest {
  private static final int GROUPS = 2_000;

  private H2ServerService service;

  @BeforeEach
  void make() throws Exception {
    service = new H2ServerService("");
  }

  @AfterEach
  void close() throws Exception {
    service.close();
  }

  @Test
  void a_list_of_many_groups_is_no_more_round_trips_than_one_of_few() throws Exception {
    try (CountingProxy proxy = new CountingProxy(service.start().get(0))) {
      Surroundings surroundings = Given.url(service.url(proxy.address()) + ";USER=sa");
      try (RecordStore store = new JdbcEngine().open(surroundings)) {
        created(store, LEDGER, "x");
        int few = roundTrips(proxy, store, 1);
        fill(proxy);
        int first = roundTrips(proxy, store, 1 + GROUPS);
        int many = roundTrips(proxy, store, 1 + GROUPS);

        assertThat(few).isPositive();
        assertThat(many).isLessThanOrEqualTo(few + 2);
        assertThat(first).as("with the contents").isLessThanOrEqualTo(2 * few + 6);
      }
    }
  }

  private static int roundTrips(CountingProxy proxy, RecordStore store, int groups)
      throws Exception {
    int before = proxy.requests();
    assertThat(store.list()).hasSize(groups);
    return proxy.requests() - before;
  }

  /** As many groups as the one there is, with other names. */
  private void fill(CountingProxy proxy) throws Exception {
    try (Connection connection =
        DriverManager.getConnection(service.url(proxy.address()) + ";USER=sa")) {
      Dialect.execute(
          connection,
          "INSERT INTO primacy_record SELECT cluster_name, kind, 'g' || x, version, content"
              + " FROM primacy_record, SYSTEM_RANGE(1, "
              + GROUPS
              + ")");
    }
  }
}
