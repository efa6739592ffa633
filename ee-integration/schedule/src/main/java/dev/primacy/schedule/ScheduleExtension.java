package dev.primacy.schedule;

import dev.primacy.PrimarySchedule;
import dev.primacy.core.gate.SystemClocks;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects scheduled methods while an application is deployed, and refuses what cannot be carried
 * out. Whether there is such a group is checked by the CDI module, as for guards.
 *
 * @since 0.1
 */
public class ScheduleExtension implements Extension {
  private final MethodReader reader =
      new MethodReader(() -> Instant.ofEpochMilli(SystemClocks.INSTANCE.millis()));
  private final List<ScheduledMethod> methods = new ArrayList<>();

  /** Made by the container. */
  public ScheduleExtension() {}

  void collect(@Observes ProcessManagedBean<?> event) {
    boolean session = event instanceof ProcessSessionBean<?>;
    for (AnnotatedMethod<?> method : event.getAnnotatedBeanClass().getMethods()) {
      PrimarySchedule found = method.getAnnotation(PrimarySchedule.class);
      if (found != null) {
        reader
            .read(event.getBean(), session, method.getJavaMember(), found)
            .ifPresent(methods::add);
      }
    }
  }

  void publish(@Observes AfterBeanDiscovery event) {
    refuseSharedNames();
    reader.problems().forEach(event::addDefinitionError);
    event
        .<Schedules>addBean()
        .id(Schedules.class.getName())
        .types(Schedules.class)
        .scope(Dependent.class)
        .createWith(context -> new Schedules(methods));
  }

  private void refuseSharedNames() {
    Map<String, ScheduledMethod> names = new HashMap<>();
    for (ScheduledMethod method : methods) {
      // whatever their groups: one left open may be the same as one that is named
      ScheduledMethod other = names.put(method.name(), method);
      if (other != null) {
        reader
            .problems()
            .add(ScheduleMessages.TEXT.nameTaken(method.title(), method.name(), other.title()));
      }
    }
  }
}
