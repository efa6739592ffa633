package dev.primacy.testkit.takeover;

import dev.primacy.FencingToken;
import dev.primacy.Membership;
import dev.primacy.NodeRole;
import dev.primacy.PrimaryOnly;
import dev.primacy.event.Became;
import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application's bean: guarded, injected, and listening. */
@ApplicationScoped
class Ledger {
  @Inject Membership membership;
  @Inject Instance<FencingToken> token;
  private final List<NodeRoleChanged> changes = new CopyOnWriteArrayList<>();
  private final List<FencingToken> terms = new CopyOnWriteArrayList<>();

  @PrimaryOnly
  FencingToken post() {
    return token.get();
  }

  FencingToken unguarded() {
    return token.get();
  }

  Membership membership() {
    return membership;
  }

  void every(@Observes NodeRoleChanged change) {
    changes.add(change);
  }

  void lead(@Observes @Became(NodeRole.PRIMARY) NodeRoleChanged change) {
    change.token().ifPresent(terms::add);
  }

  List<NodeRoleChanged> changes() {
    return changes;
  }

  /** Under which it has led, in order. */
  List<FencingToken> terms() {
    return terms;
  }
}
