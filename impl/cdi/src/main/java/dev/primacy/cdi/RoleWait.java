package dev.primacy.cdi;

import dev.primacy.GroupStanding;
import dev.primacy.RoleEvents;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.settings.GroupSettings;
import dev.primacy.core.settings.SettingText;
import dev.primacy.event.GroupEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds the deployment up until the role of this node is known, for as long as is configured. */
final class RoleWait {
  private final PrimacyRuntime runtime;
  private final CountDownLatch known = new CountDownLatch(1);

  private RoleWait(PrimacyRuntime runtime) {
    this.runtime = runtime;
  }

  /** Goes on at once unless {@code primacy.startup.wait-for-role} says otherwise. */
  static void run(PrimacyRuntime started) {
    Duration patience =
        started.settings().values().duration("primacy.startup.wait-for-role").orElseThrow();
    if (!patience.isZero()) {
      new RoleWait(started).await(patience);
    }
  }

  private void await(Duration patience) {
    RoleEvents.Subscription told =
        runtime.roleEvents().subscribe(GroupEvent.class, event -> look());
    try {
      look();
      boolean inTime = known.await(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (inTime) {
        CdiLog.LOG.roleKnown();
      } else {
        CdiLog.LOG.roleUnknown(String.join(", ", undecided()), SettingText.show(patience));
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      told.close();
    }
  }

  private void look() {
    if (undecided().isEmpty()) {
      known.countDown();
    }
  }

  private List<String> undecided() {
    return runtime.settings().groups().stream()
        .filter(group -> !group.later())
        .map(GroupSettings::name)
        .filter(name -> runtime.membership(name).standing() == GroupStanding.JOINING)
        .toList();
  }
}
