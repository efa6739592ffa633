package dev.primacy.testkit.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.testkit.TestPrimary;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@TestPrimary(beans = Ledger.class)
class PrimaryLedgerTest {
  @Inject Ledger ledger;

  @Test
  void posts() {
    assertThat(ledger.post("a")).isEqualTo("posted a");
    assertThat(ledger.tenures()).isEqualTo(1);
  }
}
