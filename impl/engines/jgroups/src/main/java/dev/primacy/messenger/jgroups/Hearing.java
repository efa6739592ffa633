package dev.primacy.messenger.jgroups;

import static dev.primacy.messenger.jgroups.Messages.LOG;

import dev.primacy.spi.MessengerListener;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jgroups.Address;
import org.jgroups.Message;
import org.jgroups.Receiver;
import org.jgroups.View;

/** What JGroups brings, on its threads. */
final class Hearing implements Receiver {
  private final MessengerListener listener;
  private final Members members;
  private final Strangers strangers;
  private volatile Runnable viewChanged = () -> {};
  private volatile UUID self = new UUID(0, 0);

  Hearing(MessengerListener listener, Members members, Strangers strangers) {
    this.listener = listener;
    this.members = members;
    this.strangers = strangers;
  }

  /** What to do whenever nodes have come or gone; set before there are any. */
  void onView(Runnable task) {
    viewChanged = task;
  }

  /** Known once it is connected; nothing is assigned to this node before. */
  void self(Address address) {
    self = id(address);
  }

  static UUID id(Address address) {
    return address instanceof org.jgroups.util.UUID uuid
        ? new UUID(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits())
        : new UUID(0, 0);
  }

  @Override
  public void viewAccepted(View view) {
    List<Address> addresses = view.getMembers();
    members.present(addresses.stream().map(Hearing::id).toList());
    LOG.members(addresses.stream().map(Address::toString).collect(Collectors.joining(", ")));
    viewChanged.run();
  }

  @Override
  public void receive(Message message) {
    if (!message.hasArray()) {
      strangers.seen("a message without bytes");
      return;
    }
    try {
      byte[] bytes = message.getArray();
      hear(id(message.getSrc()), Frames.decode(bytes, message.getOffset(), message.getLength()));
    } catch (Malformed e) {
      strangers.seen(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      lost();
    }
  }

  private void hear(UUID from, Frame frame) throws InterruptedException {
    if (frame instanceof Frame.Published published) {
      published(published);
    } else if (frame instanceof Frame.Hinted hinted) {
      hinted.keys().forEach(key -> guarded(heard -> heard.hinted(key)));
    } else if (frame instanceof Frame.Announced announced) {
      members.announced(from, announced.queues());
    }
  }

  private void published(Frame.Published frame) throws InterruptedException {
    try {
      if (!listener.offer(frame.message())) {
        lost();
      }
    } catch (RuntimeException e) {
      LOG.defect(e);
    }
    handle(frame);
  }

  /** As far as it is this node's to handle. */
  void handle(Frame.Published frame) throws InterruptedException {
    for (var one : frame.assigned().entrySet()) {
      if (one.getValue().equals(self)) {
        handle(one.getKey(), frame);
      }
    }
  }

  private void handle(String queue, Frame.Published frame) throws InterruptedException {
    try {
      if (listener.offer(queue, frame.message()).isEmpty()) {
        lost();
      }
    } catch (RuntimeException e) {
      LOG.defect(e);
    }
  }

  private void lost() {
    lost(1, LOG.lostNoRoom());
  }

  void lost(long count, String reason) {
    guarded(heard -> heard.lost(count, reason));
  }

  private void guarded(Consumer<MessengerListener> call) {
    try {
      call.accept(listener);
    } catch (RuntimeException e) {
      LOG.defect(e);
    }
  }
}
