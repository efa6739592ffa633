package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.runtime.PrimacyRuntimes;
import dev.primacy.core.runtime.RuntimeSetup;
import org.junit.jupiter.api.Test;

class ShutdownHookTest {
  @Test
  void the_jvm_keeps_nothing_once_it_is_withdrawn() {
    try (PrimacyRuntime runtime = PrimacyRuntimes.create(RuntimeSetup.of("hooked"))) {
      ShutdownHook hook = new ShutdownHook(runtime, "hooked");
      assertThat(hook.withdraw()).isFalse();
      hook.install();
      assertThat(hook.withdraw()).isTrue();
      assertThat(hook.withdraw()).isFalse();
    }
  }
}
