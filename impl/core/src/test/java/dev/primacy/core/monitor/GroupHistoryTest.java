package dev.primacy.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.core.record.GroupRecord;
import dev.primacy.event.GroupAltered.Alteration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GroupHistoryTest {
  private static final GroupSighting ABSENT = new GroupSighting.Absent();
  private static final GroupSighting UNREADABLE = new GroupSighting.Unreadable("major 9");

  private final GroupHistory history = new GroupHistory();
  private final GroupRecord open = GroupRecord.created(new UUID(1, 1), "AUTOMATIC", "AUTOMATIC");

  private List<String> see(GroupSighting sighting) {
    return history.see(sighting).stream().map(GroupHistoryTest::text).toList();
  }

  private List<String> see(GroupRecord record) {
    return see(new GroupSighting.Present(record));
  }

  private static String text(GroupChange change) {
    return change instanceof GroupChange.Altered altered ? altered.alteration().name() : "DROPPED";
  }

  @Test
  @DisplayName("S5.15: gone is told once, and again only if it was there again")
  void gone_is_told_once_until_it_is_there_again() {
    assertThat(see(ABSENT)).isEmpty();
    assertThat(see(open)).isEmpty();
    assertThat(see(ABSENT)).containsExactly("DROPPED");
    assertThat(see(ABSENT)).isEmpty();
    assertThat(see(open.dropped())).isEmpty();
    assertThat(see(open)).isEmpty();
    assertThat(see(open.dropped())).containsExactly("DROPPED");
    assertThat(see(ABSENT)).isEmpty();
  }

  @Test
  void a_group_of_another_scope_was_gone_meanwhile() {
    see(open);
    GroupRecord next = GroupRecord.created(new UUID(2, 2), "AUTOMATIC", "AUTOMATIC");
    assertThat(see(next)).containsExactly("DROPPED");
    assertThat(see(next)).isEmpty();
  }

  @Test
  void settings_and_freezing_alter_it_and_holders_do_not() {
    see(open);
    assertThat(see(open.takenBy(new UUID(3, 3)))).isEmpty();
    assertThat(see(open.frozen(true))).containsExactly(Alteration.FROZEN.name());
    assertThat(see(GroupRecord.created(open.scope(), "OPERATOR", "OPERATOR").frozen(true)))
        .containsExactly(Alteration.SETTINGS.name());
    assertThat(see(UNREADABLE)).containsExactly(Alteration.FORMAT.name());
    assertThat(see(UNREADABLE)).isEmpty();
    assertThat(see(ABSENT)).containsExactly("DROPPED");
  }

  @Test
  void it_never_tells_twice_that_it_is_gone_whatever_is_seen() {
    for (long seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      GroupHistory each = new GroupHistory();
      boolean there = false;
      for (int look = 0; look < 200; look++) {
        int kind = random.nextInt(5);
        GroupSighting sighting =
            kind == 0
                ? ABSENT
                : kind == 1
                    ? UNREADABLE
                    : new GroupSighting.Present(kind == 2 ? open.dropped() : open);
        boolean dropped =
            each.see(sighting).stream().anyMatch(GroupChange.Dropped.class::isInstance);
        assertThat(dropped && !there && kind != 2).as("seed %d, look %d", seed, look).isFalse();
        there = kind == 1 || kind > 2 || (there && kind != 0 && kind != 2);
      }
    }
  }
}
