package dev.primacy.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.core.messaging.MessagingSetup;
import dev.primacy.engine.memory.MemoryEngine;
import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.StoreException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes whose store does not hint tell each other what they wrote. */
@Timeout(60)
class PeerHintsTest {
  private static final RecordKey GROUP = new RecordKey(RecordKind.GROUP, TestNode.GROUP);

  /** The memory, without its hints. */
  private static final class Mute implements Engine {
    private final Engine memory = new MemoryEngine();

    @Override
    public String name() {
      return memory.name();
    }

    @Override
    public List<SettingDescription> settings() {
      return memory.settings();
    }

    @Override
    public RecordStore open(EngineContext context) throws StoreException {
      RecordStore store = memory.open(context);
      return (RecordStore)
          Proxy.newProxyInstance(
              Mute.class.getClassLoader(),
              new Class<?>[] {RecordStore.class},
              (proxy, method, arguments) ->
                  method.getName().equals("watch") ? false : method.invoke(store, arguments));
    }
  }

  private final String cluster = "t" + UUID.randomUUID().toString().substring(0, 8);

  private TestNode.Builder node(String name, OpenMessengers messenger) {
    return TestNode.node(cluster, name)
        .with("primacy.messenger", messenger.name())
        .exchanging(MessagingSetup.NONE.with(Optional.of(messenger)));
  }

  @Test
  void a_write_of_a_group_is_told_and_a_renewal_is_not() {
    OpenMessengers messenger = new OpenMessengers("open");
    try (TestNode node = node("a", messenger).on(new Mute()).start()) {
      await().until(node::isPrimary);
      assertThat(messenger.hinted).contains(GROUP);
      RecordKey self = new RecordKey(RecordKind.NODE, node.view().node().incarnation().toString());
      // it was renewed many times until it was primary, and came once
      assertThat(messenger.hinted.stream().filter(self::equals).count()).isEqualTo(1);
    }
  }

  @Test
  void a_store_that_hints_needs_no_peers() {
    OpenMessengers messenger = new OpenMessengers("open");
    try (TestNode node = node("a", messenger).start()) {
      await().until(node::isPrimary);
      assertThat(messenger.hinted).isEmpty();
    }
  }
}
