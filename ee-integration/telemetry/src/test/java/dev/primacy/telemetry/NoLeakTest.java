package dev.primacy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.runtime.PrimacyRuntimes;
import dev.primacy.core.runtime.RuntimeSetup;
import dev.primacy.core.settings.MapSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * A registry that outlives the application holds nothing of it; one that is not there is no harm.
 */
class NoLeakTest {

  private static WeakReference<PrimacyRuntime> deployed(Function<Source, Exporter> exporters) {
    PrimacyRuntime runtime =
        PrimacyRuntimes.create(RuntimeSetup.of("test").withSource(new MapSettings(Map.of())));
    Exporter exporter = exporters.apply(new Source(runtime));
    exporter.refresh();
    exporter.timed(new Timing(Metric.LEASE_RENEW_DURATION, List.of("done"), Duration.ofMillis(3)));
    exporter.close();
    return new WeakReference<>(runtime);
  }

  private static void mustGo(WeakReference<?> reference) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              System.gc();
              return reference.get() == null;
            });
  }

  @Test
  void micrometer_holds_nothing() {
    MeterRegistry registry = new SimpleMeterRegistry();
    mustGo(deployed(source -> new MicrometerExporter(registry, source)));
    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void opentelemetry_holds_nothing() {
    InMemoryMetricReader reader = InMemoryMetricReader.create();
    try (SdkMeterProvider provider =
        SdkMeterProvider.builder().registerMetricReader(reader).build()) {
      mustGo(deployed(source -> new OpenTelemetryExporter(provider.get("test"), source)));
      assertThat(reader.collectAllMetrics()).hasSize(1);
    }
  }

  @Test
  void an_instrument_that_cannot_be_closed_keeps_no_other_one() {
    AtomicInteger closed = new AtomicInteger();
    PrimacyRuntime runtime =
        PrimacyRuntimes.create(RuntimeSetup.of("test").withSource(new MapSettings(Map.of())));
    try (SdkMeterProvider provider = SdkMeterProvider.builder().build()) {
      Meter meter = brittle(Meter.class, provider.get("test"), closed);
      Exporter exporter = new OpenTelemetryExporter(meter, new Source(runtime));
      assertThatThrownBy(exporter::close).isInstanceOf(IllegalStateException.class);
    }
    long observed =
        Arrays.stream(Metric.values())
            .filter(metric -> metric.kind() != Metric.Kind.HISTOGRAM)
            .count();
    assertThat(closed).hasValue((int) observed);
  }

  /** Whatever comes of it counts its closing, and the first one fails. */
  private static <T> T brittle(Class<T> type, Object target, AtomicInteger closed) {
    return type.cast(
        Proxy.newProxyInstance(
            NoLeakTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close") && closed.incrementAndGet() == 1) {
                throw new IllegalStateException("planted");
              }
              Object made = method.invoke(target, arguments);
              Class<?> returned = method.getReturnType();
              return returned.isInterface() ? brittle(returned, made, closed) : made;
            }));
  }

  /** Without the two APIs, and with classes of this module of its own. */
  private static final class Bare extends URLClassLoader {
    Bare(URL... classes) {
      super(classes, NoLeakTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("io.micrometer.") || name.startsWith("io.opentelemetry.")) {
        throw new ClassNotFoundException(name);
      }
      return name.startsWith("dev.primacy.telemetry.")
          ? loadedHere(name)
          : super.loadClass(name, resolve);
    }

    private Class<?> loadedHere(String name) throws ClassNotFoundException {
      Class<?> known = findLoadedClass(name);
      return known == null ? findClass(name) : known;
    }
  }

  @Test
  void without_either_api_nothing_is_found_and_nothing_fails() throws Exception {
    try (Bare bare = bare()) {
      Class<?> systems = bare.loadClass(Systems.class.getName());
      var find =
          systems.getDeclaredMethod("find", Instance.class, bare.loadClass(Source.class.getName()));
      find.setAccessible(true);
      assertThat((List<?>) find.invoke(null, null, null)).isEmpty();
      assertThat(bare.loadClass(TelemetryFront.class.getName()).getMethods()).isNotEmpty();
    }
  }

  private static Bare bare() throws IOException {
    return new Bare(Systems.class.getProtectionDomain().getCodeSource().getLocation());
  }
}
