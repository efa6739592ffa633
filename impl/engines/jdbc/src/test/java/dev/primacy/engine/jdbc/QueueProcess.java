package dev.primacy.engine.jdbc;

import dev.primacy.spi.Message;
import dev.primacy.spi.MessageQueue;
import dev.primacy.spi.Messenger;
import dev.primacy.spi.MessengerListener;
import dev.primacy.spi.RecordKey;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that handles its share of two queues and says so, until it is killed. Of the durable
 * one it never comes to an end with each third event.
 */
final class QueueProcess implements MessengerListener {

  private final AtomicInteger taken = new AtomicInteger();

  private QueueProcess() {}

  public static void main(String[] arguments) throws Exception {
    var surroundings =
        Given.url(arguments[0])
            .with(Settings.USER, "postgres")
            .with(Settings.POLL, "20ms")
            .with(Settings.TAKEOVER, "1s");
    Messenger messenger = new JdbcEngine().messenger().orElseThrow().open(surroundings);
    messenger.start(
        new QueueProcess(),
        Set.of(new MessageQueue("live", false), new MessageQueue("durable", true)));
    System.out.println("ready");
    while (System.in.read() >= 0) {
      System.out.println("still here");
    }
    messenger.close();
  }

  @Override
  public boolean offer(Message message) {
    return true;
  }

  @Override
  public Optional<CompletionStage<Void>> offer(String queue, Message message) {
    if (queue.equals("durable") && taken.getAndIncrement() % 3 == 2) {
      return Optional.of(new CompletableFuture<>()); // is at it when it is killed
    }
    System.out.println(queue + " " + Hearing.text(message));
    return Optional.of(CompletableFuture.completedFuture(null));
  }

  @Override
  public void lost(long count, String reason) {
    System.out.println("lost " + count);
  }

  @Override
  public void hinted(RecordKey key) {
    System.out.println("hinted " + key);
  }
}
