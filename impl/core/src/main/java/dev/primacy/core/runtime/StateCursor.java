package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.core.CoreMessages;
import dev.primacy.core.settings.SettingText;
import dev.primacy.watch.NodeCursor;
import dev.primacy.watch.WatchFailedException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Goes along with the states of nodes, on its reader's thread. */
final class StateCursor implements NodeCursor {
  private final Mailbox mailbox;
  private final OpenWatches open;
  private final Iterator<ClusterNode> states = new States();

  // the reader's
  private @Nullable ClusterNode node;

  StateCursor(String name, Predicate<ClusterNode> wanted, OpenWatches open) {
    this.mailbox = Mailbox.unbounded(name, wanted);
    this.open = open;
    open.add(mailbox);
    open.begin(mailbox);
  }

  @Override
  public boolean next() throws InterruptedException {
    try {
      node = mailbox.next();
      return true;
    } catch (WatchFailedException end) {
      open.remove(mailbox);
      return false;
    }
  }

  @Override
  public ClusterNode node() {
    ClusterNode current = node;
    if (current == null) {
      throw new IllegalStateException(
          CoreMessages.MESSAGES.beforeFirstState(SettingText.fit(mailbox.name())));
    }
    return current;
  }

  @Override
  public Optional<WatchFailedException> error() {
    return Optional.ofNullable(mailbox.end());
  }

  @Override
  public Iterator<ClusterNode> iterator() {
    return states;
  }

  @Override
  public void close() {
    mailbox.end(WatchEnds.closed(mailbox.name()));
    open.remove(mailbox);
  }

  /** One for all: they share the cursor's position. */
  private final class States implements Iterator<ClusterNode> {
    private boolean ahead;

    @Override
    public boolean hasNext() {
      try {
        ahead = ahead || StateCursor.this.next();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
      return ahead;
    }

    @Override
    public ClusterNode next() {
      if (!hasNext()) {
        throw new NoSuchElementException(mailbox.name());
      }
      ahead = false;
      return node();
    }
  }
}
