package dev.primacy.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.Membership;
import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An application without a transaction manager, which has this module on its class path. */
class NoManagerTest {
  /** The bean by which the transaction manager of these tests is found. */
  static final String REGISTRY =
      "com.arjuna.ats.jta.cdi.NarayanaTransactionSynchronizationRegistry";

  @Test
  void guards_and_says_that_no_commit_is_checked() {
    try (Lines log = new Lines();
        Deployed application = Deployed.without(REGISTRY, Deployed.alone(Map.of()), Plain.class)) {
      Plain plain = application.get(Plain.class);
      await().until(() -> plain.leads());

      assertThat(plain.post()).isEqualTo("posted");
      assertThat(log.say("PRIMACY-2450", Transactions.NAME)).isTrue();
    }
  }

  /** Has nothing to do with transactions. */
  @ApplicationScoped
  static class Plain {
    @Inject Membership membership;

    boolean leads() {
      return membership.isPrimary();
    }

    @PrimaryOnly
    String post() {
      return "posted";
    }
  }
}
