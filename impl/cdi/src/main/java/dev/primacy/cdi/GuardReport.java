package dev.primacy.cdi;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The guard report for the log: every guarded method, and by what it is enforced. */
final class GuardReport {
  private GuardReport() {}

  static void log(List<GuardedMethod> guarded) {
    if (!guarded.isEmpty()) {
      CdiLog.LOG.guardReport(guarded.size(), lines(guarded));
    }
  }

  static String lines(List<GuardedMethod> guarded) {
    return guarded.stream().map(GuardReport::line).collect(Collectors.joining());
  }

  private static String line(GuardedMethod guarded) {
    String layers =
        guarded.enforcedBy().stream()
            .map(layer -> layer.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" and "));
    return System.lineSeparator()
        + "  "
        + MethodNames.of(guarded.type(), guarded.method())
        + " group="
        + guarded.spec().group()
        + " enforced by "
        + (layers.isEmpty() ? "nobody yet" : layers);
  }
}
