package dev.primacy.schedule;

import dev.primacy.PrimarySchedule;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.inject.literal.NamedLiteral;
import java.util.Set;
import java.util.TreeSet;

/**
 * Collects scheduled methods where an application is deployed when it is built. What is wrong with
 * them is said when it starts.
 *
 * @since 0.1
 */
@SkipIfPortableExtensionPresent(ScheduleExtension.class)
public class ScheduleBuildExtension implements BuildCompatibleExtension {
  private final Set<String> scheduled = new TreeSet<>();

  /** Made by the container. */
  public ScheduleBuildExtension() {}

  /**
   * Sees scheduled methods. Their bean is named, or a container that leaves out what nobody has
   * injected would leave it out.
   *
   * @param type a class that has some
   */
  @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = PrimarySchedule.class)
  public void see(ClassConfig type) {
    String name = type.info().name();
    if (scheduled.add(name) && !type.info().isInterface()) {
      type.addAnnotation(NamedLiteral.of(name.replace('.', '_')));
    }
  }

  /**
   * Has schedules start with the application, and not with the context that is there before.
   *
   * @param scheduler runs them
   */
  @Enhancement(types = PrimaryScheduler.class)
  public void startLate(ClassConfig scheduler) {
    scheduler.methods().stream()
        .filter(method -> method.info().name().equals("initialized"))
        .flatMap(method -> method.parameters().stream())
        .forEach(event -> event.removeAnnotation(a -> a.name().equals(Observes.class.getName())));
  }

  /**
   * Adds what the scheduler has injected.
   *
   * @param components are added to
   */
  @Synthesis
  public void publish(SyntheticComponents components) {
    components
        .addBean(Schedules.class)
        .type(Schedules.class)
        .scope(Dependent.class)
        .withParam(SchedulesAtStart.CLASSES, scheduled.toArray(String[]::new))
        .createWith(SchedulesAtStart.class);
  }
}
