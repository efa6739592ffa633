package dev.primacy.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.Firing;
import dev.primacy.PrimarySchedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import org.junit.jupiter.api.Test;

/** What could not be carried out is refused, all of it at once. */
class RefusedDeploymentTest {

  /** Wrong in every way that a method can be. */
  @ApplicationScoped
  static class Wrong {
    @PrimarySchedule(cron = "0 0 99 * * ?")
    void badCron() {}

    @PrimarySchedule(cron = "0 0 0 1 1 ? 1999")
    void past() {}

    @PrimarySchedule(every = "10ms")
    void tooOften() {}

    @PrimarySchedule(every = "often")
    void noDuration() {}

    @PrimarySchedule
    void never() {}

    @PrimarySchedule(every = "10s", cron = "0 0 0 * * ?")
    void both() {}

    @PrimarySchedule(cron = "0 0 0 * * ?", zone = "Europe/Nowhere")
    void nowhere() {}

    @PrimarySchedule(every = "10s", zone = "Europe/Prague")
    void zoned() {}

    @SuppressWarnings("unused")
    @PrimarySchedule(every = "10s")
    private void hidden() {}

    @PrimarySchedule(every = "10s")
    static void shared() {}

    @PrimarySchedule(every = "10s")
    int answering() {
      return 1;
    }

    @PrimarySchedule(every = "10s")
    void asking(String what) {}

    @PrimarySchedule(every = "10s")
    void askingTwice(Firing firing, Firing again) {}

    @PrimarySchedule(every = "10s", name = "same")
    void one() {}

    @PrimarySchedule(every = "20s", name = "same")
    void other() {}

    @PrimarySchedule(every = "10s", group = "elsewhere")
    void elsewhere() {}
  }

  @Test
  void with_the_number_the_method_and_a_way_out() {
    assertThat(Deployed.failing(Wrong.class))
        .contains("PRIMACY-1450", "Wrong.badCron", "seconds first")
        .contains("PRIMACY-1451", "Wrong.past")
        .contains("PRIMACY-1452", "Wrong.tooOften", "Wrong.noDuration")
        .contains("PRIMACY-1453", "Wrong.never", "Wrong.both")
        .contains("PRIMACY-1454", "Wrong.nowhere", "Europe/Nowhere")
        .contains("PRIMACY-1455", "Wrong.zoned")
        .contains("PRIMACY-1456", "Wrong.hidden", "Wrong.shared")
        .contains("PRIMACY-1457", "Wrong.answering")
        .contains("PRIMACY-1458", "Wrong.asking", "Wrong.askingTwice")
        .contains("PRIMACY-1461", "'same'", "Wrong.one", "Wrong.other")
        .contains("PRIMACY-1205", "@PrimarySchedule on", "'elsewhere'");
  }

  /** There is no request a schedule would run in. */
  @RequestScoped
  static class Requested {
    @PrimarySchedule(every = "10s")
    void tick() {}
  }

  @Test
  void in_a_bean_of_another_scope() {
    assertThat(Deployed.failing(Requested.class))
        .contains("PRIMACY-1459", "Requested.tick", "@RequestScoped");
  }

  interface Ticking {
    @PrimarySchedule(every = "10s")
    void tick();
  }

  /** Does not repeat what its interface says. */
  @ApplicationScoped
  static class Implementing implements Ticking {
    @Override
    public void tick() {}
  }

  @Test
  void on_an_interface_where_no_container_looks() {
    assertThat(Deployed.failing(Implementing.class)).contains("PRIMACY-1215", "Ticking.tick");
  }

  /** Can be no bean. */
  static class Unmanaged {
    Unmanaged(String name) {}

    @PrimarySchedule(every = "10s")
    void tick() {}
  }

  @Test
  void in_a_class_that_is_no_bean() {
    assertThat(Deployed.failing(Unmanaged.class)).contains("PRIMACY-1216", "Unmanaged");
  }

  /** With a name that no store takes. */
  @ApplicationScoped
  static class LongName {
    static final String NAME =
        "0123456789012345678901234567890123456789012345678901234567890123456789"
            + "0123456789012345678901234567890123456789012345678901234567890123456789";

    @PrimarySchedule(every = "10s", name = NAME + NAME + NAME + NAME + NAME + NAME + NAME + NAME)
    void tick() {}
  }

  @Test
  void with_a_name_that_is_too_long() {
    assertThat(Deployed.failing(LongName.class)).contains("PRIMACY-1462", "LongName.tick", "1120");
  }
}
