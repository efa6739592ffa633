package dev.primacy.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The BOM stands beside the parent, so a test keeps the two together. */
class BomTest {
  private static final Pattern OURS =
      Pattern.compile("<groupId>dev.primacy</groupId>\\s*<artifactId>([\\w-]+)</artifactId>");
  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
  private static final List<String> NEVER_PUBLISHED = List.of("demo-war", "impl/benchmarks");

  private final String bom = pom("impl/bom");

  @Test
  void the_bom_lists_every_published_jar_and_nothing_else() {
    Set<String> published = new TreeSet<>();
    Matcher module = Pattern.compile("<module>([^<]+)</module>").matcher(pom("."));
    while (module.find()) {
      if (!NEVER_PUBLISHED.contains(module.group(1)) && !module.group(1).equals("impl/bom")) {
        published.add(artifact(pom(module.group(1))));
      }
    }
    assertThat(published).hasSizeGreaterThan(5);
    assertThat(managed()).isEqualTo(published);
  }

  @Test
  void the_bom_has_the_version_of_the_parent() {
    assertThat(firstVersion(bom)).isEqualTo(firstVersion(pom(".")));
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
