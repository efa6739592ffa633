package dev.primacy.benchmarks.compare.cohort;

import dev.primacy.benchmarks.compare.node.Place;
import dev.primacy.benchmarks.compare.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The processes that contend with each other for one leadership. */
public final class Cohort implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(30);

  private final Competitor competitor;
  private final String cluster;
  private final Store store;
  private final Duration lease;
  private final Path log;
  private final Chronicle chronicle = new Chronicle();
  private final @Nullable Member[] members;

  /**
   * Makes it, without members yet.
   *
   * @param cluster a name that no other cohort on the store has
   * @param logs where its members complain
   */
  public Cohort(Competitor competitor, String cluster, Store store, Duration lease, Path logs)
      throws IOException {
    this.competitor = competitor;
    this.cluster = cluster;
    this.store = store;
    this.lease = lease;
    this.log = Files.createDirectories(logs).resolve(cluster + ".log");
    this.members = new Member[Math.max(3, competitor.nodes())];
  }

  /** The settings of a member, to be changed and started. */
  public Place place(int number, String address) {
    Map<String, String> values = new HashMap<>();
    values.put(Place.LIBRARY, competitor.library());
    values.put(Place.CLUSTER, cluster);
    values.put(Place.NODE, "n" + number);
    values.put(Place.LEASE, Long.toString(lease.toMillis()));
    values.put(Place.ADDRESS, address);
    if (competitor.isPrimacy()) {
      values.putAll(store.settings(number, address));
    }
    return new Place(values);
  }

  /** Starts a member, or another one in the place of one that is gone. */
  public Member start(int number) throws IOException {
    return start(number, place(number, store.address()));
  }

  /** Starts a member. */
  public Member start(int number, Place place) throws IOException {
    return start(number, place, Map.of());
  }

  /** Starts a member with more in its environment than this process has. */
  public Member start(int number, Place place, Map<String, String> environment) throws IOException {
    Member member = Member.start(number, place, environment, chronicle, log);
    members[number] = member;
    return member;
  }

  /** Starts as many as the competitor needs. */
  public void startAll() throws IOException {
    for (int i = 0; i < competitor.nodes(); i++) {
      start(i);
    }
  }

  public Chronicle chronicle() {
    return chronicle;
  }

  /** Those that were started last, each at its place. */
  public List<Member> members() {
    return Arrays.stream(members).filter(Objects::nonNull).map(Member.class::cast).toList();
  }

  private Stream<Member> leaders() {
    return members().stream().filter(Member::isLeading);
  }

  /**
   * Waits until one leads and all others know it.
   *
   * @return who leads
   */
  public Member awaitSettled() throws InterruptedException, TimeoutException {
    return awaitSettled(START);
  }

  /** The same, with more or less patience. */
  public Member awaitSettled(Duration patience) throws InterruptedException, TimeoutException {
    chronicle.await(this::isSettled, cluster + " has one leader, known to all", patience);
    return leaders().findFirst().orElseThrow();
  }

  /** Whether all live, know who leads, and one does. */
  public boolean isSettled() {
    return leaders().count() == 1
        && members().stream().allMatch(member -> member.isAlive() && member.isSettled());
  }

  /** Kills whoever still lives. */
  @Override
  public void close() {
    members().forEach(Member::kill);
    try {
      for (Member member : members()) {
        member.awaitEnd(END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return members().stream()
        .map(member -> "n" + member.number() + (member.isLeading() ? " leads" : ""))
        .collect(Collectors.joining(", ", cluster + " (", ")"));
  }
}
