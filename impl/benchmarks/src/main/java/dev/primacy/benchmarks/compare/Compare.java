package dev.primacy.benchmarks.compare;

import dev.primacy.benchmarks.QuietLogging;
import dev.primacy.benchmarks.compare.failover.FailoverSection;
import dev.primacy.benchmarks.compare.requests.RequestsSection;
import dev.primacy.benchmarks.compare.safety.SafetySection;
import dev.primacy.benchmarks.compare.storm.StormSection;
import dev.primacy.benchmarks.groups.GroupsSection;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Measures Primacy beside other libraries, section by section, in one run. */
public final class Compare {
  private static final List<Section> SECTIONS =
      List.of(
          new FailoverSection(),
          new RequestsSection(),
          new StormSection(),
          new GroupsSection(),
          new SafetySection());

  private Compare() {}

  /**
   * Runs.
   *
   * @param arguments none; see {@link Terms} for the system properties
   */
  public static void main(String[] arguments) throws IOException {
    var unused = new QuietLogging();
    Runtime.getRuntime().addShutdownHook(new Thread(Compare::endProcesses, "compare-end"));
    Terms terms = Terms.read();
    List<Section> asked = selected(System.getProperty("compare.only", ""));
    terms.out().println(terms.heading());
    boolean complete = true;
    for (Section section : asked) {
      complete &= ran(section, terms);
    }
    terms.out().printf("%nRaw figures: %s%n", terms.directory());
    System.exit(complete ? 0 : 1);
  }

  private static List<Section> selected(String only) {
    Set<String> asked = new TreeSet<>(Arrays.stream(only.split(",")).map(String::strip).toList());
    asked.remove("");
    List<String> known = SECTIONS.stream().map(Section::name).toList();
    if (!known.containsAll(asked)) {
      throw new IllegalArgumentException("compare.only=" + only + ": the sections are " + known);
    }
    return SECTIONS.stream()
        .filter(section -> asked.isEmpty() || asked.contains(section.name()))
        .toList();
  }

  /** One section that fails does not keep the others from being measured. */
  private static boolean ran(Section section, Terms terms) {
    terms.out().printf("%n== %s%n", section.name());
    try {
      return section.run(terms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      e.printStackTrace(terms.out());
    } catch (Exception e) {
      e.printStackTrace(terms.out());
    }
    return false;
  }

  /** Whatever was started and is not gone by now would contend for nobody. */
  private static void endProcesses() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }
}
