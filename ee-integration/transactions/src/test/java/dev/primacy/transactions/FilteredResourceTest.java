package dev.primacy.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Resources that a filter guards: their transactions begin behind it, and are bound all the same.
 */
class FilteredResourceTest {
  private AgroalDataSource source;
  private Deployed application;
  private Rest rest;

  @BeforeEach
  void deploy() throws SQLException {
    source = Pool.of("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa");
    Pool.execute(source, "CREATE TABLE entry (text VARCHAR(80))");
    Ledger.source = source;
    application =
        Deployed.with(
            Deployed.alone(Map.of("primacy.groups", "ledger,audit")),
            Entries.class,
            Entries.Pages.class,
            Books.class);
    rest = Rest.with(Entries.class, UnmanagedEntries.class);
    await().until(() -> application.get(Books.class).leads());
  }

  @AfterEach
  void undeploy() {
    rest.close();
    application.close();
    source.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"entries/own", "entries/called", "entries/pages", "unmanaged"})
  void while_the_role_stands_a_request_commits(String path) throws Exception {
    assertThat(rest.post("/" + path, "entry").getContentAsString()).isEqualTo("entry");
    assertThat(entries()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"entries/own", "entries/called", "entries/pages", "unmanaged"})
  void a_role_that_ends_before_the_commit_rolls_it_back(String path) throws Exception {
    try (Lines log = new Lines("org.jboss.resteasy")) {
      MockHttpResponse answer = rest.post("/" + path, "late");

      assertThat(answer.getStatus()).isEqualTo(500);
      assertThat(answer.getOutputHeaders().getFirst("Primacy-Outcome")).isEqualTo("unknown");
      assertThat(log.say("PRIMACY-1410", "'ledger'")).isTrue();
    }
    assertThat(entries()).isZero();
  }

  private long entries() throws SQLException {
    return Pool.count(source, "SELECT COUNT(*) FROM entry");
  }
}
