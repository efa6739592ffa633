package dev.primacy.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What each module has to say of itself; and the BOM, which stands beside the parent, so that a
 * test keeps the two together.
 */
class PomsTest {
  private static final Pattern OURS =
      Pattern.compile("<groupId>dev.primacy</groupId>\\s*<artifactId>([\\w-]+)</artifactId>");
  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
  private static final List<String> NEVER_PUBLISHED =
      List.of(
          "demo-war",
          "ee-integration/quarkus",
          "ee-integration/quarkus-start",
          "ee-integration/quarkus-start-without",
          "ee-integration/servers",
          "impl/benchmarks",
          "impl/faults",
          "impl/project-rules");

  private static final String BOM = "impl/bom";

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private static final Set<String> MODULES = modules(pom("."));

  private final String bom = pom(BOM);

  @Test
  void every_module_says_what_it_is_and_what_it_is_called() {
    assertThat(MODULES).hasSizeGreaterThan(5);
    assertThat(MODULES)
        .filteredOn(module -> !module.equals(BOM))
        .filteredOn(module -> !pom(module).contains("<description>"))
        .as("modules without <description>")
        .isEmpty();
    assertThat(MODULES)
        .filteredOn(module -> !module.equals(BOM))
        .filteredOn(module -> !pom(module).contains("<java.module.name>dev.primacy"))
        .as("modules without <java.module.name>")
        .isEmpty();
  }

  @Test
  void every_published_jar_has_its_arrows_checked() {
    assertThat(MODULES)
        .filteredOn(module -> !module.equals(BOM) && !NEVER_PUBLISHED.contains(module))
        .filteredOn(module -> !pom(module).contains("<id>arrows</id>"))
        .as("published modules without the enforcer's execution 'arrows'")
        .isEmpty();
  }

  @Test
  void the_bom_lists_every_published_jar_and_nothing_else() {
    Set<String> published =
        MODULES.stream()
            .filter(module -> !NEVER_PUBLISHED.contains(module) && !module.equals(BOM))
            .map(module -> artifact(pom(module)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(published).hasSizeGreaterThan(5);
    assertThat(managed()).as("what %s/pom.xml manages", BOM).isEqualTo(published);
  }

  @Test
  void the_bom_has_the_version_of_the_parent() {
    assertThat(firstVersion(bom))
        .as("version in %s/pom.xml, which has no parent", BOM)
        .isEqualTo(firstVersion(pom(".")));
  }

  @Test
  void a_release_builds_everything() {
    assertThat(modulesOf("release")).isNotEmpty().isEqualTo(modulesOf("all"));
  }

  private static Set<String> modulesOf(String profile) {
    String from = pom(".").substring(pom(".").indexOf("<id>" + profile + "</id>"));
    return modules(from.substring(0, from.indexOf("</modules>")));
  }

  private static Set<String> modules(String pom) {
    return MODULE
        .matcher(pom)
        .results()
        .map(module -> module.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> managed() {
    Set<String> managed = new TreeSet<>();
    Matcher entry = OURS.matcher(bom.substring(bom.indexOf("<dependencyManagement>")));
    while (entry.find()) {
      managed.add(entry.group(1));
    }
    return managed;
  }

  private static String pom(String folder) {
    return Project.read(Project.ROOT.resolve(folder).resolve("pom.xml"));
  }

  private static String artifact(String pom) {
    Matcher own = Pattern.compile("</parent>\\s*<artifactId>([\\w-]+)</artifactId>").matcher(pom);
    assertThat(own.find()).isTrue();
    return own.group(1);
  }

  private static String firstVersion(String pom) {
    Matcher version = VERSION.matcher(pom);
    assertThat(version.find()).isTrue();
    return version.group(1);
  }
}
