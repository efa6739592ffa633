package dev.primacy.project;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between modules, and the calls that only one place may make. */
class ArchitectureTest {
  private static final String API = "dev.primacy";
  private static final String EVENT = "dev.primacy.event";
  private static final String SPI = "dev.primacy.spi";
  private static final String CORE = "dev.primacy.core..";
  private static final String CDI = "dev.primacy.cdi..";
  private static final String REST = "dev.primacy.rest..";
  private static final String TRANSACTIONS = "dev.primacy.transactions..";
  private static final String SCHEDULE = "dev.primacy.schedule..";
  private static final String ADMIN = "dev.primacy.admin..";
  private static final String HEALTH = "dev.primacy.health..";
  private static final String TELEMETRY = "dev.primacy.telemetry..";
  private static final String RELAY = "dev.primacy.relay..";
  private static final String ENGINES = "dev.primacy.engine..";
  private static final String SUITE = "dev.primacy.engine.tck..";

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.primacy");

  @ParameterizedTest
  @ValueSource(strings = {API, EVENT, SPI, CORE, TRANSACTIONS, SCHEDULE, ADMIN, RELAY, SUITE})
  void the_rules_see_the_classes_they_speak_of(String where) {
    assertThat(OURS.that(resideInAPackage(where))).hasSizeGreaterThan(5);
  }

  @Test
  void the_api_knows_no_one() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(API, EVENT, SPI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                CORE,
                CDI,
                REST,
                TRANSACTIONS,
                SCHEDULE,
                ADMIN,
                RELAY,
                ENGINES,
                "org.jboss.logging..",
                "jakarta.ws.rs.."));
  }

  @Test
  void what_applications_compile_against_does_not_show_them_what_engines_do() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(API, EVENT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SPI));
  }

  @Test
  void core_is_plain_java() {
    check(
        noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                        CDI,
                        REST,
                        TRANSACTIONS,
                        SCHEDULE,
                        ADMIN,
                        RELAY,
                        ENGINES,
                        "jakarta..",
                        "javax..",
                        "org.eclipse.microprofile..")
                    // the JDK's own, whatever its name says
                    .and(not(resideInAPackage("javax.crypto..")))));
  }

  @Test
  void the_elector_knows_neither_threads_nor_sockets_nor_clocks() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("dev.primacy.core.elector..", "dev.primacy.core.record..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("dev.primacy.core.runtime..")
                    .or(resideInAPackage("java.util.concurrent.."))
                    .or(resideInAPackage("java.net..").and(not(name("java.net.URI"))))
                    .or(resideInAPackage("java.nio.file.."))
                    .or(resideInAPackage("org.jboss.logging.."))
                    .or(assignableTo(Thread.class))
                    .or(name("dev.primacy.core.gate.SystemClocks"))));
  }

  @Test
  void an_engine_knows_the_api_and_its_own_package() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ENGINES)
            .and()
            .resideOutsideOfPackage(SUITE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                CORE, CDI, REST, TRANSACTIONS, SCHEDULE, ADMIN, RELAY, SUITE, "jakarta.."));
  }

  @Test
  void the_contract_suite_knows_the_api_core_and_what_tests_are_made_of() {
    check(
        noClasses()
            .that()
            .resideInAPackage(SUITE)
            .should()
            .dependOnClassesThat(
                resideInAPackage("dev.primacy.engine..")
                    .and(not(resideInAPackage(SUITE)))
                    .or(resideInAPackage(CDI))
                    .or(resideInAPackage(REST))
                    .or(resideInAPackage("jakarta.."))));
  }

  @Test
  void engines_know_nothing_of_each_other() {
    check(slices().matching("dev.primacy.engine.(*)..").should().notDependOnEachOther());
  }

  @Test
  void the_cdi_module_knows_neither_rest_nor_an_engine() {
    check(
        noClasses()
            .that()
            .resideInAPackage(CDI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                REST,
                TRANSACTIONS,
                SCHEDULE,
                ADMIN,
                RELAY,
                ENGINES,
                "jakarta.ws.rs..",
                "jakarta.transaction.."));
  }

  @Test
  void the_transactions_module_knows_no_engine_no_rest_and_no_manager() {
    check(
        noClasses()
            .that()
            .resideInAPackage(TRANSACTIONS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                REST,
                ENGINES,
                "jakarta.ws.rs..",
                "jakarta.persistence..",
                "com.arjuna..",
                "io.agroal.."));
  }

  @Test
  void the_schedule_module_knows_no_engine_no_rest_and_no_transactions() {
    check(
        noClasses()
            .that()
            .resideInAPackage(SCHEDULE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                REST,
                TRANSACTIONS,
                ENGINES,
                "jakarta.ws.rs..",
                "jakarta.transaction..",
                "jakarta.ejb..",
                "org.slf4j.."));
  }

  @Test
  void the_admin_module_knows_no_engine_no_rest_and_no_server() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ADMIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                REST,
                TRANSACTIONS,
                SCHEDULE,
                ENGINES,
                "jakarta.ws.rs..",
                "jakarta.transaction..",
                "io.undertow..",
                "org.eclipse.parsson.."));
  }

  @Test
  void health_and_telemetry_know_no_engine_no_rest_and_no_server() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(HEALTH, TELEMETRY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                REST,
                TRANSACTIONS,
                SCHEDULE,
                ADMIN,
                ENGINES,
                "jakarta.ws.rs..",
                "jakarta.servlet..",
                "io.smallrye..",
                "io.opentelemetry.sdk.."));
  }

  @Test
  void metrics_are_put_together_without_the_systems_that_take_them() {
    check(
        noClasses()
            .that()
            .resideInAPackage(TELEMETRY)
            .and()
            .haveSimpleNameNotStartingWith("Micrometer")
            .and()
            .haveSimpleNameNotStartingWith("OpenTelemetry")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "io.opentelemetry.."));
  }

  @Test
  void the_relay_module_knows_no_engine_no_rest_and_no_server() {
    check(
        noClasses()
            .that()
            .resideInAPackage(RELAY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                REST,
                TRANSACTIONS,
                SCHEDULE,
                ADMIN,
                ENGINES,
                "jakarta.ws.rs..",
                "io.undertow..",
                "java.net.http.."));
  }

  @Test
  void few_classes_know_that_operators_come_through_a_servlet() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ADMIN)
            .and()
            .haveSimpleNameNotStartingWith("Admin")
            .and()
            .haveSimpleNameNotStartingWith("Stream")
            .and()
            .haveSimpleNameNotStartingWith("Servlet")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.servlet.."));
  }

  @Test
  void one_class_knows_the_library_that_reads_cron_expressions() {
    check(
        noClasses()
            .that(not(name("dev.primacy.schedule.CronTimetable")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.cronutils.."));
  }

  @Test
  void the_rest_module_knows_no_engine_and_no_server() {
    check(
        noClasses()
            .that()
            .resideInAPackage(REST)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                TRANSACTIONS,
                SCHEDULE,
                ENGINES,
                "org.jboss.resteasy..",
                "org.glassfish..",
                "org.apache.cxf..",
                "jakarta.servlet.."));
  }

  @Test
  void only_the_clocks_seam_reads_a_clock_and_nobody_sleeps() {
    check(
        noClasses()
            .that(not(name("dev.primacy.core.gate.SystemClocks")))
            .should()
            .accessTargetWhere(
                calls(System.class, "nanoTime")
                    .or(calls(System.class, "currentTimeMillis"))
                    .or(calls(Temporal.class, "now"))
                    .or(calls(Clock.class, "system(UTC|DefaultZone)?"))
                    .or(calls(Date.class, "<init>"))
                    .or(calls(Thread.class, "sleep"))
                    .or(calls(TimeUnit.class, "sleep"))));
  }

  @Test
  void nothing_is_ever_read_or_written_by_java_serialization() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                assignableTo(ObjectInputStream.class).or(assignableTo(ObjectOutputStream.class))));
  }

  @Test
  void a_library_never_ends_the_process_but_where_a_setting_asks_for_it() {
    check(
        noClasses()
            .that(not(name("dev.primacy.core.runtime.ProcessEnd")))
            .should()
            .accessTargetWhere(
                calls(System.class, "exit").or(calls(Runtime.class, "(exit|halt)"))));
  }

  @Test
  void names_say_what_a_type_is() {
    check(
        classes()
            .that()
            .arePublic()
            .should()
            .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?"));
  }

  @Test
  void nobody_outside_can_take_part_in_our_locks() {
    check(
        methods()
            .that()
            .areDeclaredInClassesThat()
            .arePublic()
            .should()
            .notHaveModifier(JavaModifier.SYNCHRONIZED));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(OURS);
  }

  private static DescribedPredicate<JavaAccess<?>> calls(Class<?> type, String method) {
    DescribedPredicate<JavaClass> owner = assignableTo(type);
    return DescribedPredicate.describe(
        type.getSimpleName() + "." + method,
        access ->
            owner.test(access.getTargetOwner()) && access.getTarget().getName().matches(method));
  }
}
