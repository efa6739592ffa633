package dev.primacy.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the code is written, as far as a program can tell. */
class SourceRulesTest {
  private static final int METHOD_LINES = 20;
  private static final int CLASS_LINES = 200;
  private static final int ALGORITHM_LINES = 400;

  /** Classes that hold one algorithm each, easier to follow in one place. */
  private static final List<String> ALGORITHMS =
      List.of("Elector", "GroupTrack", "OwnRecord", "Peers", "GroupCycle");

  /** Programs run by people, whose output is what they are run for. */
  private static final Set<String> SPEAKS_TO_PEOPLE =
      Set.of("demo-war", "impl/engine-tck", "impl/faults");

  /** Where the demo shows what the library knows of itself, or hands over to its answers. */
  private static final Map<String, String> DEMO_INSIDE =
      Map.of(
          "ClusterReport", "the guard report and the store's status have no place in the API yet",
          "WorkflowRefusal", "a mapper for one path leaves all others to the library's mapper");

  private static final Pattern CATALOGUE = Pattern.compile("@Message(Bundle|Logger)\\(");

  /** Those that may catch everything and go on, and why. */
  private static final Map<String, String> CATCH_ALL =
      Map.of("Server", "the end of a thread of its own: whatever ended it is told to its owner");

  private static final List<JavaSource> ALL =
      Stream.concat(JavaSource.MAIN.stream(), JavaSource.TEST.stream()).toList();

  @Test
  void the_rules_see_the_sources_of_every_module() {
    assertThat(JavaSource.MAIN.stream().map(JavaSource::module).distinct())
        .contains("api", "impl/core");
    assertThat(JavaSource.TEST.stream().map(JavaSource::module)).contains("impl/project-rules");
  }

  @Test
  void methods_are_short() {
    List<String> offenders = new ArrayList<>();
    for (JavaSource source : JavaSource.MAIN) {
      forEachMethod(
          source,
          (type, method) -> {
            BlockTree body = method.getBody();
            // the two braces are not counted
            long lines = body == null ? 0 : source.linesOfCode(body) - 2;
            String name = type + "." + method.getName();
            if (lines > METHOD_LINES) {
              offenders.add(source.at(method) + " " + name + ": " + lines + " lines");
            }
          });
    }
    assertThat(offenders).isEmpty();
  }

  @Test
  void classes_are_small() {
    List<String> offenders = new ArrayList<>();
    for (JavaSource source : JavaSource.MAIN) {
      for (Tree type : source.unit().getTypeDecls()) {
        String name = ((ClassTree) type).getSimpleName().toString();
        long lines = source.linesOfCode(type);
        if (lines > mostLines(source, name)) {
          offenders.add(source.at(type) + " " + name + ": " + lines + " lines");
        }
      }
    }
    assertThat(offenders).isEmpty();
  }

  /** A message catalogue is a list, and there is one for each module: it may be of any length. */
  private static long mostLines(JavaSource source, String name) {
    if (CATALOGUE.matcher(source.text()).find()) {
      return Long.MAX_VALUE;
    }
    return ALGORITHMS.contains(name) ? ALGORITHM_LINES : CLASS_LINES;
  }

  @Test
  void a_file_holds_one_type() {
    assertThat(ALL.stream().filter(source -> source.unit().getTypeDecls().size() > 1))
        .extracting(JavaSource::name)
        .isEmpty();
  }

  @Test
  void a_package_belongs_to_one_module() {
    Map<String, Set<String>> modules =
        JavaSource.MAIN.stream()
            .collect(
                Collectors.groupingBy(
                    source -> source.unit().getPackageName().toString(),
                    Collectors.mapping(JavaSource::module, Collectors.toSet())));
    assertThat(modules).allSatisfy((name, in) -> assertThat(in).as(name).hasSize(1));
  }

  @Test
  void the_demo_is_written_against_the_api_alone_but_where_it_says_why() {
    Pattern inside = Pattern.compile("dev\\.primacy\\.(core|cdi|rest|engine|spi)\\b");
    assertThat(JavaSource.MAIN)
        .filteredOn(source -> source.module().equals("demo-war"))
        .filteredOn(source -> inside.matcher(source.text()).find())
        .extracting(source -> source.name().replaceAll(".*/|\\.java", ""))
        .as("classes of the demo that look inside; why, is said in DEMO_INSIDE")
        .containsExactlyInAnyOrderElementsOf(DEMO_INSIDE.keySet());
  }

  @Test
  void null_is_excluded_in_every_package() {
    Set<String> marked =
        JavaSource.MAIN.stream()
            .filter(source -> source.name().endsWith("/package-info.java"))
            .filter(source -> source.text().contains("@NullMarked"))
            .map(source -> source.unit().getPackageName().toString())
            .collect(Collectors.toSet());
    assertThat(JavaSource.MAIN)
        .extracting(source -> source.unit().getPackageName().toString())
        .isSubsetOf(marked);
  }

  @Test
  void whoever_catches_everything_throws_it_on() {
    assertThat(
            catches(
                "(Throwable|Error)",
                (source, clause) ->
                    !CATCH_ALL.containsKey(source.typeName())
                        && !(last(clause.getBlock()) instanceof ThrowTree)))
        .isEmpty();
  }

  @Test
  void an_interrupt_is_never_lost() {
    Pattern kept = Pattern.compile("\\.interrupt\\(\\)|\\bthrow\\b");
    assertThat(
            catches(
                "InterruptedException",
                (source, clause) -> !kept.matcher(source.textOf(clause.getBlock())).find()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void is_found_nowhere(String what, Pattern pattern, List<JavaSource> sources) {
    List<String> offenders = new ArrayList<>();
    for (JavaSource source : sources) {
      if (source.name().endsWith("/SourceRulesTest.java")) {
        continue;
      }
      int number = 0;
      for (String line : source.text().lines().toList()) {
        number++;
        if (pattern.matcher(line).find()) {
          offenders.add(source.name() + ":" + number + " " + line.strip());
        }
      }
    }
    assertThat(offenders).as(what).isEmpty();
  }

  static Stream<Object[]> is_found_nowhere() {
    String clocks =
        "System(\\.|::)(nanoTime|currentTimeMillis)|(Instant|DateTime|LocalDate)(\\.|::)now";
    List<JavaSource> shipped =
        JavaSource.MAIN.stream()
            .filter(source -> !source.module().equals("impl/benchmarks"))
            .filter(source -> !source.name().endsWith("/SystemClocks.java"))
            .toList();
    return Stream.of(
        new Object[] {"sleep", Pattern.compile("(Thread|SECONDS)(\\.|::)sleep\\b"), ALL},
        new Object[] {"left for later", Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b"), ALL},
        new Object[] {"switched off", Pattern.compile("@(Disabled|Ignore)\\b"), JavaSource.TEST},
        new Object[] {"a clock read outside its seam", Pattern.compile(clocks), shipped},
        new Object[] {
          "printing",
          Pattern.compile("System\\.(out|err)\\b|printStackTrace"),
          shipped.stream().filter(source -> !SPEAKS_TO_PEOPLE.contains(source.module())).toList()
        });
  }

  private static List<String> catches(String type, BiPredicate<JavaSource, CatchTree> bad) {
    Pattern caught = Pattern.compile("\\b" + type + "\\b");
    List<String> offenders = new ArrayList<>();
    for (JavaSource source : JavaSource.MAIN) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitCatch(CatchTree clause, Void unused) {
          String types = clause.getParameter().getType().toString();
          if (caught.matcher(types).find() && bad.test(source, clause)) {
            offenders.add(source.at(clause) + " catch " + types);
          }
          return super.visitCatch(clause, null);
        }
      }.scan(source.unit(), null);
    }
    return offenders;
  }

  private static StatementTree last(BlockTree block) {
    List<? extends StatementTree> statements = block.getStatements();
    return statements.isEmpty() ? block : statements.get(statements.size() - 1);
  }

  private static void forEachMethod(JavaSource source, BiConsumer<String, MethodTree> visit) {
    new TreeScanner<Void, String>() {
      @Override
      public Void visitClass(ClassTree type, String outer) {
        return super.visitClass(type, type.getSimpleName().toString());
      }

      @Override
      public Void visitMethod(MethodTree method, String type) {
        visit.accept(type, method);
        return super.visitMethod(method, type);
      }
    }.scan(source.unit(), "");
  }
}
