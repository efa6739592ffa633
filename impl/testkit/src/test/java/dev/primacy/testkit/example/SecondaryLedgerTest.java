package dev.primacy.testkit.example;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.NotPrimaryException;
import dev.primacy.testkit.TestSecondary;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@TestSecondary(beans = Ledger.class)
class SecondaryLedgerTest {
  @Inject Ledger ledger;

  @Test
  void refuses() {
    assertThatThrownBy(() -> ledger.post("a")).isInstanceOf(NotPrimaryException.class);
  }
}
