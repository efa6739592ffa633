package dev.primacy.core.runtime;

import dev.primacy.core.monitor.GroupChange;
import dev.primacy.core.monitor.GroupHistory;
import dev.primacy.core.monitor.GroupSighting;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.event.GroupEvent;
import dev.primacy.spi.RecordVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a group's record since its observers were told last. Only the latest sight of it
 * is kept, so that a group that changes faster than it is told takes no room. On the lease thread.
 */
final class GroupNews {
  private final GroupEvents events;
  private final GroupHistory history = new GroupHistory();
  private Optional<GroupSighting> latest = Optional.empty();

  GroupNews(GroupEvents events) {
    this.events = events;
  }

  void seen(RecordVersion version, @Nullable GroupRecord record) {
    if (record != null) {
      latest = Optional.of(new GroupSighting.Present(record));
    } else if (version.equals(RecordVersion.ABSENT)) {
      latest = Optional.of(new GroupSighting.Absent());
    } else {
      latest = Optional.of(new GroupSighting.Unreadable("it is of another format"));
    }
  }

  /** What there is to tell now, in order. */
  List<GroupEvent> take() {
    Optional<GroupSighting> seen = latest;
    latest = Optional.empty();
    return seen.stream()
        .flatMap(sighting -> history.see(sighting).stream())
        .map(this::event)
        .toList();
  }

  private GroupEvent event(GroupChange change) {
    return change instanceof GroupChange.Altered altered
        ? events.altered(altered.alteration(), altered.detail())
        : events.dropped();
  }
}
