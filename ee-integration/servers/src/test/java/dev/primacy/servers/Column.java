package dev.primacy.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Keeps what came of each scenario on one server, prints it, and writes it into the page. */
final class Column implements BeforeAllCallback, AfterAllCallback, TestWatcher {
  private final Map<String, String> entries = new LinkedHashMap<>();
  private long begun;

  @Override
  public void beforeAll(ExtensionContext context) {
    begun = System.nanoTime();
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    put(context, LocalDate.now(ZoneOffset.UTC).toString());
  }

  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    put(context, Optional.ofNullable(cause.getMessage()).orElse(ScenarioPage.NOT_RUN));
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    put(context, "**fails**");
  }

  private void put(ExtensionContext context, String entry) {
    String text = entry.replaceFirst("^Assumption failed: ", "");
    entries.put(ScenarioPage.title(context.getRequiredTestMethod()), text);
    System.out.println(title(context) + ": " + context.getDisplayName() + ": " + text);
  }

  private static String title(ExtensionContext context) {
    return ((ServerScenarios) context.getRequiredTestInstance()).server().title();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (entries.isEmpty()) {
      return;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    System.out.printf(
        "%s: %d scenarios in %d s%n", title(context), entries.size(), took.toSeconds());
    if (System.getProperty("docs.write") != null) {
      write(Path.of(System.getProperty("servers.page")), title(context));
    }
  }

  private void write(Path file, String server) {
    try {
      ScenarioPage page = ScenarioPage.parse(Files.readString(file));
      page.put(server, entries);
      Files.writeString(file, page.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
