package dev.primacy.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.GroupStanding;
import dev.primacy.NodeRole;
import dev.primacy.control.Alarm;
import dev.primacy.control.AlarmKind;
import dev.primacy.event.AlarmRaised;
import dev.primacy.event.EngineSwitched;
import dev.primacy.event.GroupAltered;
import dev.primacy.event.GroupDropped;
import dev.primacy.event.Heartbeat;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.event.StandingChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The stream of events over real HTTP. */
class EventStreamTest {
  private Site site;
  private long seq;

  @BeforeEach
  void open() throws Exception {
    site = Site.open("primacy.admin.events.kept=8", "primacy.admin.events.listeners=2");
  }

  @AfterEach
  void close() {
    site.close();
  }

  private void roleChanges() {
    seq++;
    site.administration.heard(
        new NodeRoleChanged(
            "orders",
            FakeGroup.N1.id(),
            seq,
            Optional.of(NodeRole.SECONDARY),
            NodeRole.PRIMARY,
            GroupStanding.MEMBER,
            Optional.of(FakeGroup.TOKEN),
            RoleChangeCause.STARTED,
            FakeGroup.HEARD));
  }

  private static String id(List<String> event) {
    return event.get(0).substring("id: ".length());
  }

  @Test
  @DisplayName("S2.26 what happens is streamed, after a mark that ends what was missed")
  void what_happens_is_streamed() throws Exception {
    try (EventStream stream = site.listen()) {
      assertThat(stream.status).contains("200");
      assertThat(String.join("\n", stream.headers)).contains("text/event-stream", "no-store");
      List<String> mark = stream.next();
      assertThat(mark.get(1)).isEqualTo("event: replay-complete");
      assertThat(mark.get(2)).isEqualTo("data: {\"replayed\":0,\"complete\":true}");
      roleChanges();
      List<String> change = stream.next();
      assertThat(id(change)).endsWith(".1");
      assertThat(change.get(1)).isEqualTo("event: node-role-changed");
      assertThat(change.get(2))
          .contains("\"group\":\"orders\"", "\"current\":\"primary\"", "\"term\":41");
    }
  }

  @Test
  void standings_nodes_and_alarms_are_streamed_and_heartbeats_are_not() throws Exception {
    try (EventStream stream = site.listen()) {
      stream.next();
      site.administration.heard(new Heartbeat(FakeGroup.N1.id(), 1, FakeGroup.HEARD));
      site.administration.heard(
          new StandingChanged(
              "orders",
              FakeGroup.N1.id(),
              1,
              GroupStanding.JOINING,
              GroupStanding.MEMBER,
              RoleChangeCause.STARTED,
              FakeGroup.HEARD));
      site.administration.heard(
          new NodeJoined(FakeGroup.N1.id(), 1, FakeGroup.N2, FakeGroup.HEARD));
      Alarm alarm = new Alarm(AlarmKind.HA_SECONDARY_DOWN, "orders/n2", "gone", FakeGroup.HEARD);
      site.administration.heard(new AlarmRaised(FakeGroup.N1.id(), 1, alarm, FakeGroup.HEARD));
      List<String> names = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        names.add(stream.next().get(1));
      }
      assertThat(names)
          .containsExactly("event: standing-changed", "event: node-joined", "event: alarm-raised");
    }
  }

  @Test
  void what_becomes_of_groups_is_streamed_and_where_the_store_is_is_not() throws Exception {
    try (EventStream stream = site.listen()) {
      stream.next();
      site.administration.heard(
          new GroupAltered(
              "orders",
              FakeGroup.N1.id(),
              1,
              GroupAltered.Alteration.FROZEN,
              "thawed",
              FakeGroup.HEARD));
      site.administration.heard(
          new EngineSwitched(FakeGroup.N1.id(), 1, "zk1:2181", "zk2:2181", FakeGroup.HEARD));
      site.administration.heard(new GroupDropped("orders", FakeGroup.N1.id(), 1, FakeGroup.HEARD));
      List<String> altered = stream.next();
      assertThat(altered.get(1)).isEqualTo("event: group-altered");
      assertThat(altered.get(2)).contains("\"alteration\":\"frozen\"", "\"detail\":\"thawed\"");
      List<String> switched = stream.next();
      assertThat(switched.get(1)).isEqualTo("event: engine-switched");
      assertThat(switched.get(2)).doesNotContain("zk");
      assertThat(stream.next().get(1)).isEqualTo("event: group-dropped");
    }
  }

  @Test
  @DisplayName("S2.26 whoever comes back hears what was missed, once and in order")
  void whoever_comes_back_hears_what_was_missed() throws Exception {
    String seen;
    try (EventStream stream = site.listen()) {
      stream.next();
      roleChanges();
      seen = id(stream.next());
    }
    roleChanges();
    roleChanges();
    try (EventStream again = site.listen("Last-Event-ID", seen)) {
      assertThat(id(again.next())).endsWith(".2");
      assertThat(id(again.next())).endsWith(".3");
      assertThat(again.next().get(2)).isEqualTo("data: {\"replayed\":2,\"complete\":true}");
      roleChanges();
      assertThat(id(again.next())).endsWith(".4");
    }
  }

  @Test
  @DisplayName("S2.26 a replay that cannot be whole says so")
  void a_replay_that_cannot_be_whole_says_so() throws Exception {
    for (int i = 0; i < 10; i++) {
      roleChanges();
    }
    try (EventStream stream = site.listen("Last-Event-ID", "of-an-earlier-run.3")) {
      for (int i = 3; i <= 10; i++) {
        assertThat(id(stream.next())).endsWith("." + i);
      }
      assertThat(stream.next().get(2)).isEqualTo("data: {\"replayed\":8,\"complete\":false}");
    }
  }

  @Test
  @DisplayName("T10 no more listen than may, and a place becomes free again")
  void no_more_listen_than_may() throws Exception {
    EventStream one = site.listen();
    try (EventStream two = site.listen()) {
      assertThat(two.status).contains("200");
      try (EventStream three = site.listen()) {
        assertThat(three.status).contains("503");
      }
      one.close();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                roleChanges(); // whoever is gone is found out by writing
                try (EventStream next = site.listen()) {
                  return next.status.contains("200");
                }
              });
    }
  }

  @Test
  @DisplayName("T10 a listener that does not keep up is dropped, and holds nobody up")
  void a_listener_that_does_not_keep_up_is_dropped() throws Exception {
    try (LogLines log = LogLines.of("dev.primacy.admin");
        EventStream slow = site.listen();
        EventStream quick = site.listen()) {
      quick.next();
      int sent = 0;
      while (log.all().stream().noneMatch(line -> line.contains("PRIMACY-2543"))
          && sent < 100_000) {
        sent++;
        roleChanges();
        assertThat(id(quick.next())).endsWith("." + sent);
      }
      assertThat(log.all()).anyMatch(line -> line.contains("PRIMACY-2543"));
      roleChanges();
      assertThat(id(quick.next())).endsWith("." + (sent + 1));
      assertThat(slow.status).contains("200");
    }
  }

  @Test
  void a_sign_of_life_is_sent_when_there_is_nothing_else() throws Exception {
    try (Site lively = Site.open(Duration.ofMillis(50));
        EventStream stream = lively.listen()) {
      assertThat(stream.next().get(1)).isEqualTo("event: replay-complete");
      assertThat(stream.next()).containsExactly(": still here");
      assertThat(stream.next()).containsExactly(": still here");
    }
  }

  @Test
  void what_was_heard_last_is_sent_before_the_end() throws Exception {
    try (EventStream stream = site.listen()) {
      stream.next();
      roleChanges();
      site.administration.close();
      assertThat(stream.next().get(1)).isEqualTo("event: node-role-changed");
      stream.drain();
    }
  }

  @Test
  void no_thread_is_left_behind() throws Exception {
    try (EventStream stream = site.listen()) {
      stream.next();
      assertThat(streams()).isPositive();
      site.administration.close();
      stream.drain();
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> streams() == 0);
  }

  private static long streams() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("streams"))
        .count();
  }
}
