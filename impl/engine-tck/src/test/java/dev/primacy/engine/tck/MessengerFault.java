package dev.primacy.engine.tck;

import dev.primacy.spi.Message;
import dev.primacy.spi.MessageQueue;
import dev.primacy.spi.Messenger;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.MessengerListener;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.StoreStatus;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One way for a messenger to be wrong, on top of one that is right. */
enum MessengerFault {
  TELLS_ITS_OWN_NODE {
    @Override
    void publish(Wrong wrong, Message message) throws MessengerException, InterruptedException {
      wrong.sound.publish(message);
      wrong.listener().offer(message);
    }
  },

  SWAPS_NEIGHBOURS {
    @Override
    boolean offer(Wrong wrong, Message message) throws InterruptedException {
      if (message.eventId() != Talker.EVENT) {
        return wrong.listener().offer(message);
      }
      Message before = wrong.kept.getAndSet(null);
      if (before == null) {
        wrong.kept.set(message);
        return true;
      }
      return wrong.listener().offer(message) && wrong.listener().offer(before);
    }
  },

  CUTS_BODIES {
    @Override
    boolean offer(Wrong wrong, Message message) throws InterruptedException {
      byte[] cut = Arrays.copyOf(message.body(), Math.min(message.body().length, 1_000));
      return wrong
          .listener()
          .offer(new Message(message.id(), message.sender(), message.eventId(), cut));
    }
  },

  RENAMES_WHAT_IS_HANDLED {
    @Override
    Optional<CompletionStage<Void>> offer(Wrong wrong, String queue, Message message)
        throws InterruptedException {
      String other = "1" + message.id().substring(1);
      return wrong
          .listener()
          .offer(queue, new Message(other, message.sender(), message.eventId(), message.body()));
    }
  },

  HANDLES_TWICE {
    @Override
    Optional<CompletionStage<Void>> offer(Wrong wrong, String queue, Message message)
        throws InterruptedException {
      wrong.listener().offer(queue, message);
      return wrong.listener().offer(queue, message);
    }
  },

  SAYS_NOTHING_OF_NO_ROOM {
    @Override
    boolean offer(Wrong wrong, Message message) throws InterruptedException {
      wrong.listener().offer(message);
      return true;
    }
  },

  PUBLISHES_INTO_NOTHING_AFTER_CLOSE {
    @Override
    void publish(Wrong wrong, Message message) throws InterruptedException {
      try {
        wrong.sound.publish(message);
      } catch (MessengerException swallowed) {
        // the fault
      }
    }
  },

  STOPS_AT_A_HINT_THAT_FAILS {
    @Override
    void hinted(Wrong wrong, RecordKey key) {
      if (!wrong.deaf) {
        try {
          wrong.listener().hinted(key);
        } catch (RuntimeException failed) {
          wrong.deaf = true;
        }
      }
    }
  },

  IS_ALWAYS_WELL {
    @Override
    StoreStatus status(Wrong wrong) {
      return new StoreStatus(StoreStatus.State.HEALTHY, "");
    }
  };

  void publish(Wrong wrong, Message message) throws MessengerException, InterruptedException {
    wrong.sound.publish(message);
  }

  boolean offer(Wrong wrong, Message message) throws InterruptedException {
    return wrong.listener().offer(message);
  }

  Optional<CompletionStage<Void>> offer(Wrong wrong, String queue, Message message)
      throws InterruptedException {
    return wrong.listener().offer(queue, message);
  }

  void hinted(Wrong wrong, RecordKey key) {
    wrong.listener().hinted(key);
  }

  StoreStatus status(Wrong wrong) {
    return wrong.sound.status();
  }

  Messenger in(Messenger sound) {
    return new Wrong(this, sound);
  }

  /** Stands before a messenger, and before its listener. */
  static final class Wrong implements Messenger, MessengerListener {
    private final MessengerFault fault;
    private final Messenger sound;
    private final AtomicReference<@Nullable Message> kept = new AtomicReference<>();
    private volatile @Nullable MessengerListener listener;
    private volatile boolean deaf;

    private Wrong(MessengerFault fault, Messenger sound) {
      this.fault = fault;
      this.sound = sound;
    }

    private MessengerListener listener() {
      MessengerListener known = listener;
      if (known == null) {
        throw new IllegalStateException("not started");
      }
      return known;
    }

    @Override
    public void start(MessengerListener heard, Set<MessageQueue> queues)
        throws MessengerException, InterruptedException {
      listener = heard;
      sound.start(this, queues);
    }

    @Override
    public void publish(Message message) throws MessengerException, InterruptedException {
      fault.publish(this, message);
    }

    @Override
    public void hint(RecordKey key) {
      sound.hint(key);
    }

    @Override
    public StoreStatus status() {
      return fault.status(this);
    }

    @Override
    public void close() {
      sound.close();
    }

    @Override
    public boolean offer(Message message) throws InterruptedException {
      return fault.offer(this, message);
    }

    @Override
    public Optional<CompletionStage<Void>> offer(String queue, Message message)
        throws InterruptedException {
      return fault.offer(this, queue, message);
    }

    @Override
    public void lost(long count, String reason) {
      listener().lost(count, reason);
    }

    @Override
    public void hinted(RecordKey key) {
      fault.hinted(this, key);
    }
  }
}
