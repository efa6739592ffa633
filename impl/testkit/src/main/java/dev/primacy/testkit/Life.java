package dev.primacy.testkit;

import dev.primacy.cdi.PrimacyExtension;
import dev.primacy.cdi.PrimacyLifecycle;
import dev.primacy.cdi.PrimaryOnlyInterceptor;
import dev.primacy.cdi.ReportProblemsInterceptor;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.runtime.PrimacyRuntimes;
import dev.primacy.core.runtime.RuntimeSetup;
import dev.primacy.core.runtime.Usage;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.testkit.time.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jboss.weld.junit5.WeldInitiator;
import org.jspecify.annotations.Nullable;

/** One life of a node, from its start until it stops or crashes. */
record Life(
    Place place, Network network, PrimacyRuntime runtime, @Nullable WeldContainer container) {

  /** Without a container. */
  static Life plain(TestNode node, Place place, Network network, Map<String, String> settings) {
    RuntimeSetup setup =
        RuntimeSetup.of("test").withSource(new MapSettings(Map.of())).withUsage(Usage.FULL);
    PrimacyRuntime runtime = PrimacyRuntimes.create(in(node, place, network, settings, setup));
    runtime.start();
    return new Life(place, network, runtime, null);
  }

  /** With the application's beans in a container of their own. */
  static Life deployed(
      TestNode node,
      Place place,
      Network network,
      Map<String, String> settings,
      Set<Class<?>> beans) {
    Weld weld =
        WeldInitiator.createWeld()
            .containerId(node.name() + "-" + UUID.randomUUID())
            .addExtension(new KitExtension(node))
            .addExtension(new PrimacyExtension(setup -> in(node, place, network, settings, setup)))
            .addBeanClasses(
                PrimacyLifecycle.class,
                PrimaryOnlyInterceptor.class,
                ReportProblemsInterceptor.class,
                RecordedCalls.class)
            .addBeanClasses(beans.toArray(Class<?>[]::new));
    WeldContainer container = weld.initialize();
    PrimacyRuntime runtime = container.select(PrimacyRuntime.class).get();
    return new Life(place, network, runtime, container);
  }

  private static RuntimeSetup in(
      TestNode node, Place place, Network network, Map<String, String> own, RuntimeSetup setup) {
    return setup
        .withSource(NodeSettings.of(setup.source(), setup.engines(), own))
        .withEngines(List.of(new TestEngine(network)))
        .withUsage(Usage.FULL.with(setup.messaging()))
        .withSink(new Told(node, setup.sink()))
        .withTime(place, place);
  }

  void stop() {
    if (container == null) {
      runtime.close();
    } else {
      container.shutdown();
    }
  }
}
