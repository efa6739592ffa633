package dev.primacy.messenger.jgroups;

import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jgroups.BytesMessage;
import org.jgroups.Message;
import org.jgroups.stack.Protocol;
import org.jgroups.util.ByteArray;
import org.jgroups.util.MessageBatch;
import org.jgroups.util.Util;
import org.jspecify.annotations.Nullable;

/**
 * Right above the transport: seals whole messages with all their headers, of joining and of failure
 * detection too, which JGroups' own encryption leaves in the open.
 */
final class Sealing extends Protocol {
  private final Seal seal;
  private final Strangers strangers;

  Sealing(Seal seal, Strangers strangers) {
    this.seal = seal;
    this.strangers = strangers;
  }

  @Override
  public Object down(Message message) {
    return down_prot.down(sealed(message));
  }

  @Override
  public CompletableFuture<Object> down(Message message, boolean async) {
    return down_prot.down(sealed(message), async);
  }

  @Override
  public @Nullable Object up(Message message) {
    return opened(message).map(up_prot::up).orElse(null);
  }

  @Override
  public void up(MessageBatch batch) {
    for (Message message : batch) {
      opened(message).ifPresent(up_prot::up);
    }
  }

  private Message sealed(Message message) {
    if (message.getSrc() == null) {
      message.setSrc(local_addr);
    }
    try {
      ByteArray plain = Util.messageToBuffer(message);
      byte[] bytes = seal.seal(plain.getArray(), plain.getOffset(), plain.getLength());
      return new BytesMessage(message.getDest(), bytes)
          .setSrc(message.getSrc())
          .setFlag(message.getFlags(false), false)
          .setFlag(message.getFlags(true), true);
    } catch (Exception e) {
      throw new IllegalStateException("a message cannot be sealed", e);
    }
  }

  /** Nothing of what is outside the seal is believed. */
  private Optional<Message> opened(Message message) {
    if (!message.hasArray()) {
      strangers.seen("a message without a seal");
      return Optional.empty();
    }
    try {
      byte[] plain = seal.open(message.getArray(), message.getOffset(), message.getLength());
      return Optional.of(Util.messageFromBuffer(plain, 0, plain.length));
    } catch (GeneralSecurityException e) {
      strangers.seen("a seal of another secret");
    } catch (Exception e) {
      strangers.seen("no message under the seal");
    }
    return Optional.empty();
  }
}
