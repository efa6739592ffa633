package dev.primacy.cdi.example;

import dev.primacy.event.NodeAppeared;
import dev.primacy.event.NodeChanged;
import dev.primacy.event.NodeVanished;
import dev.primacy.event.NodesBatchDone;
import dev.primacy.event.View;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets backends through: what a batch brings is collected, and applied in one go. */
@ApplicationScoped
public class Firewall {
  /** The rules: slow to change. */
  public interface Rules {
    void open(Set<InetSocketAddress> all);

    void change(Set<InetSocketAddress> closedFirst, Set<InetSocketAddress> opened);
  }

  @Inject Rules rules;

  // events of one view come one at a time
  private final Set<InetSocketAddress> closed = new HashSet<>();
  private final Set<InetSocketAddress> opened = new HashSet<>();

  void appeared(@Observes @View(Backends.class) NodeAppeared event) {
    opened.add(Backends.address(event.appeared()));
  }

  void changed(@Observes @View(Backends.class) NodeChanged event) {
    closed.add(Backends.address(event.previous()));
    opened.add(Backends.address(event.current()));
  }

  void vanished(@Observes @View(Backends.class) NodeVanished event) {
    closed.add(Backends.address(event.vanished()));
  }

  void done(@Observes @View(Backends.class) NodesBatchDone batch) {
    if (batch.initial()) {
      rules.open(batch.nodes().stream().map(Backends::address).collect(Collectors.toSet()));
    } else if (!batch.isEmpty()) {
      rules.change(Set.copyOf(closed), Set.copyOf(opened));
    }
    closed.clear();
    opened.clear();
  }
}
