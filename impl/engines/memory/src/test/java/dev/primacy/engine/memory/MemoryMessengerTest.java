package dev.primacy.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.messaging.Guarantee;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.Message;
import dev.primacy.spi.MessageQueue;
import dev.primacy.spi.Messenger;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.MessengerListener;
import dev.primacy.spi.MessengerProvider;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.StoreStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryMessengerTest {
  private static final MessengerProvider PROVIDER = new MemoryEngine().messenger().orElseThrow();
  private static final RecordKey LEDGER = new RecordKey(RecordKind.GROUP, "ledger");

  private record Context(String cluster) implements EngineContext {
    @Override
    public String nodeName() {
      return "node-1";
    }

    @Override
    public Optional<String> setting(String key) {
      return Optional.empty();
    }

    @Override
    public Duration requestTimeout() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Duration lease() {
      return Duration.ofSeconds(4);
    }

    @Override
    public ThreadFactory threads() {
      return Thread::new;
    }
  }

  /** Remembers, and has room or not. */
  private static final class Ear implements MessengerListener {
    final List<String> heard = new ArrayList<>();
    final List<String> handled = new ArrayList<>();
    final List<RecordKey> hinted = new ArrayList<>();
    final List<String> lost = new ArrayList<>();
    boolean room = true;
    boolean broken;

    @Override
    public boolean offer(Message message) {
      fail();
      if (room) {
        heard.add(message.id());
      }
      return room;
    }

    @Override
    public Optional<CompletionStage<Void>> offer(String queue, Message message) {
      fail();
      if (room) {
        handled.add(queue + " " + message.id());
      }
      return room ? Optional.of(CompletableFuture.completedStage(null)) : Optional.empty();
    }

    private void fail() {
      if (broken) {
        throw new IllegalStateException("broken");
      }
    }

    @Override
    public void lost(long count, String reason) {
      lost.add(reason);
    }

    @Override
    public void hinted(RecordKey key) {
      hinted.add(key);
    }
  }

  private final String cluster = UUID.randomUUID().toString();
  private final List<Messenger> all = new ArrayList<>();
  private final Ear here = new Ear();
  private final Ear there = new Ear();

  private Messenger start(Ear ear, String... queues) throws Exception {
    Messenger messenger = PROVIDER.open(new Context(cluster));
    all.add(messenger);
    Set<MessageQueue> handled = new HashSet<>();
    for (String queue : queues) {
      handled.add(new MessageQueue(queue, false));
    }
    messenger.start(ear, handled);
    return messenger;
  }

  @AfterEach
  void close() {
    all.forEach(Messenger::close);
  }

  private static Message message(String id) {
    return new Message(id, UUID.randomUUID(), 10_001, new byte[0]);
  }

  @Test
  void others_hear_and_are_hinted_and_the_sender_is_not() throws Exception {
    Messenger sender = start(here);
    start(there);
    sender.publish(message("1"));
    sender.publish(message("2"));
    sender.hint(LEDGER);
    assertThat(there.heard).containsExactly("1", "2");
    assertThat(there.hinted).containsExactly(LEDGER);
    assertThat(here.heard).isEmpty();
    assertThat(here.hinted).isEmpty();
    assertThat(PROVIDER.name()).isEqualTo("memory");
    assertThat(PROVIDER.settings()).isEmpty();
    assertThat(PROVIDER.promise().toAll()).isEqualTo(Guarantee.AT_MOST_ONCE);
  }

  @Test
  void those_of_a_queue_take_turns_and_who_has_no_room_is_passed_over() throws Exception {
    Messenger sender = start(here, "q");
    start(there, "q");
    sender.publish(message("1"));
    sender.publish(message("2"));
    assertThat(here.handled).hasSize(1);
    assertThat(there.handled).hasSize(1);
    there.room = false;
    sender.publish(message("3"));
    sender.publish(message("4"));
    assertThat(here.handled).hasSize(3);
    here.room = false;
    sender.publish(message("5"));
    assertThat(here.lost.size() + there.lost.size()).isEqualTo(3 + 1);
  }

  @Test
  void a_listener_that_fails_is_told_of_its_loss_and_nobody_else_is_asked() throws Exception {
    Messenger sender = start(here, "q");
    there.broken = true;
    start(there, "q");
    sender.publish(message("1"));
    sender.publish(message("2"));
    assertThat(here.handled).hasSize(1);
    assertThat(there.lost).hasSize(3).allMatch(reason -> reason.contains("PRIMACY-3104"));
  }

  @Test
  void before_the_start_and_after_the_end_nothing_is_published() throws Exception {
    Messenger early = PROVIDER.open(new Context(cluster));
    assertThatThrownBy(() -> early.publish(message("1"))).isInstanceOf(MessengerException.class);
    Messenger late = start(here, "q");
    start(there);
    assertThat(late.status().state()).isEqualTo(StoreStatus.State.HEALTHY);
    late.close();
    late.close();
    late.hint(LEDGER);
    assertThat(late.status().state()).isEqualTo(StoreStatus.State.UNREACHABLE);
    assertThatThrownBy(() -> late.publish(message("1")))
        .isInstanceOf(MessengerException.class)
        .hasMessageContaining("PRIMACY-3102");
    assertThat(there.heard).isEmpty();
    assertThat(there.hinted).isEmpty();
  }
}
