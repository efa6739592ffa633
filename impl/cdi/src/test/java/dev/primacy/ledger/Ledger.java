package dev.primacy.ledger;

import dev.primacy.AnyRole;
import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.Groups;
import dev.primacy.InGroup;
import dev.primacy.Membership;
import dev.primacy.OnSecondary;
import dev.primacy.PrimaryOnly;
import dev.primacy.control.SecondaryInitializer;
import dev.primacy.control.StateVersion;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.ObserverFailed;
import dev.primacy.history.EventHistory;
import dev.primacy.watch.NodeView;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An application in which nothing is wrong. It is in a package of its own: a build takes what is in
 * Primacy's for Primacy's.
 */
public final class Ledger {
  /** All of it. */
  public static final List<Class<?>> BEANS =
      List.of(
          Book.class,
          Rude.class,
          Polite.class,
          Witness.class,
          Near.class,
          Far.class,
          Copier.class,
          Lists.class);

  private Ledger() {}

  /** Guarded, and asks for what it needs in every way there is. */
  @ApplicationScoped
  public static class Book {
    private final List<String> groups = new CopyOnWriteArrayList<>();

    @Inject Membership membership;
    @Inject Instance<FencingToken> token;
    @Inject Instance<Groups> dynamic;
    @Inject Instance<EventHistory> history;
    @Inject List<String> unrelated;
    @Inject String[] array;

    @Inject
    void configure(@InGroup("audit") Membership named) {
      groups.add(named.group());
    }

    @PrimaryOnly
    public long post() {
      return token.get().term();
    }

    @PrimaryOnly(group = "audit", onSecondary = OnSecondary.SKIP)
    public void skipped() {}

    @AnyRole
    public List<String> groups() {
      groups.add(membership.group());
      return groups;
    }
  }

  /** What is injected and means nothing here. */
  @Dependent
  public static class Lists {
    @Produces static final List<String> LIST = List.of();

    @Produces
    static String[] array() {
      return new String[0];
    }
  }

  /** The first to be told; throws what may be declared. */
  @ApplicationScoped
  public static class Rude {
    void hear(@Observes @Priority(1) NodeRoleChanged change) throws IOException {
      throw new IOException("first");
    }
  }

  /** The next; throws as well. */
  @ApplicationScoped
  public static class Polite {
    void hear(@Observes @Priority(2) NodeRoleChanged change, Membership here) {
      throw new IllegalStateException("second, " + here.role());
    }
  }

  /** Hears what the others heard, and what became of them. */
  @ApplicationScoped
  public static class Witness {
    private final List<String> heard = new CopyOnWriteArrayList<>();

    <T extends NodeRoleChanged> void last(@Observes @Priority(3) T change) {
      heard.add(change.group() + " " + change.current());
    }

    void failed(@Observes ObserverFailed failed, Instance<FencingToken> token) {
      heard.add(failed.observer() + ": " + failed.failure().getMessage());
    }

    public List<String> heard() {
      return heard;
    }
  }

  /** Nobody has it injected. */
  @Dependent
  public static class Near implements NodeView {}

  /** Has a name already. */
  @Named("far")
  @Dependent
  public static class Far implements NodeView {}

  /** Found by its type. */
  @ApplicationScoped
  public static class Copier implements SecondaryInitializer {
    @Override
    public String schema() {
      return "1";
    }

    @Override
    public StateVersion here(String group) {
      return new StateVersion("0");
    }

    @Override
    public StateVersion at(String group, ClusterNode primary) {
      return new StateVersion("0");
    }

    @Override
    public void copy(String group, ClusterNode primary) {}
  }
}
