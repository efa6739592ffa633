package dev.primacy.schedule;

import dev.primacy.PrimarySchedule;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSessionBean;

/**
 * Collects scheduled methods while an application is deployed, and refuses what cannot be carried
 * out. Whether there is such a group is checked by the CDI module, as for guards.
 *
 * @since 0.1
 */
public class ScheduleExtension implements Extension {
  private final FoundSchedules found = new FoundSchedules();

  /** Made by the container. */
  public ScheduleExtension() {}

  void collect(@Observes ProcessManagedBean<?> event) {
    boolean session = event instanceof ProcessSessionBean<?>;
    for (AnnotatedMethod<?> method : event.getAnnotatedBeanClass().getMethods()) {
      PrimarySchedule annotation = method.getAnnotation(PrimarySchedule.class);
      if (annotation != null) {
        found.see(event.getBean(), session, method.getJavaMember(), annotation);
      }
    }
  }

  void publish(@Observes AfterBeanDiscovery event) {
    found.problems().forEach(event::addDefinitionError);
    event
        .<Schedules>addBean()
        .id(Schedules.class.getName())
        .types(Schedules.class)
        .scope(Dependent.class)
        .createWith(context -> found.schedules());
  }
}
