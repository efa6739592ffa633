package dev.primacy.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.servers.launch.QuarkusStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Primacy adds to the start of an application on Quarkus. */
@Tag(Scenarios.LONG)
class QuarkusStartIT {
  private static final Path MODULES = Path.of(System.getProperty("servers.modules"));
  private static final int ROUNDS = Integer.getInteger("servers.starts", 15);

  @TempDir Path directory;

  private final Map<Variant, List<QuarkusStart>> starts = new EnumMap<>(Variant.class);

  /** The same classes each time. */
  enum Variant {
    WITHOUT("without Primacy", "quarkus-start-without"),
    OFF("with Primacy, switched off", "quarkus-start"),
    WITH("with Primacy, in-memory engine", "quarkus-start");

    final String title;
    final Path application;

    Variant(String title, String module) {
      this.title = title;
      this.application = MODULES.resolve(module).resolve("target/quarkus-app");
    }
  }

  @BeforeEach
  void they_differ_by_Primacy_and_nothing_else() throws IOException {
    List<String> without = jars(Variant.WITHOUT);
    List<String> with = jars(Variant.WITH);
    assertThat(without).isNotEmpty().noneMatch(QuarkusStartIT::isOurs);
    assertThat(with).anyMatch(QuarkusStartIT::isOurs).containsAll(without);
  }

  private static List<String> jars(Variant variant) throws IOException {
    try (Stream<Path> jars = Files.list(variant.application.resolve("lib/main"))) {
      return jars.map(jar -> jar.getFileName().toString()).toList();
    }
  }

  private static boolean isOurs(String jar) {
    return jar.startsWith("dev.primacy.");
  }

  /** By turns, so that a busy minute is everybody's; the first round warms up. */
  @Test
  void the_start_with_Primacy_and_without_is_measured() throws IOException {
    round();
    starts.clear();
    for (int i = 0; i < ROUNDS; i++) {
      round();
    }
    List<String> rows = new ArrayList<>();
    starts.forEach((variant, all) -> rows.add(StartFigures.row(variant.title, all)));
    StartFigures.tell(rows);
  }

  private void round() throws IOException {
    for (Variant variant : Variant.values()) {
      Path log = directory.resolve(variant + ".log");
      starts
          .computeIfAbsent(variant, unused -> new ArrayList<>())
          .add(
              QuarkusStart.of(
                  variant.application,
                  log,
                  "orders",
                  "-Dprimacy.enabled=" + (variant != Variant.OFF)));
    }
  }
}
