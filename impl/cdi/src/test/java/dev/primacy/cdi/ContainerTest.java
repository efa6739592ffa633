package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.NodeRole;
import dev.primacy.NotPrimaryException;
import dev.primacy.PrimaryOnly;
import dev.primacy.core.settings.SettingsSource;
import dev.primacy.core.settings.SystemSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Where containers and class paths differ. */
class ContainerTest {
  private static final Map<String, String> OFF = Map.of("primacy.enabled", "false");

  @Stereotype
  @PrimaryOnly
  @Retention(RetentionPolicy.RUNTIME)
  @interface Leading {}

  @InterceptorBinding
  @PrimaryOnly
  @Retention(RetentionPolicy.RUNTIME)
  @interface Exclusive {}

  @Dependent
  @Leading
  static class ByStereotype {
    void run() {}
  }

  @Dependent
  static class ByBinding {
    @Exclusive
    void run() {}
  }

  @Dependent
  @PrimaryOnly
  static class OnClass {
    void run() {}
  }

  @Dependent
  static class Inheriting extends OnClass {}

  @Test
  void the_tests_run_in_the_container_they_are_meant_for() {
    try (Deployed application = Deployed.of(OnClass.class)) {
      String container =
          ContextLoader.call(application.loader(), () -> CDI.current().getClass().getName());
      assertThat(container).startsWith(System.getProperty("primacytest.container"));
    }
  }

  @Test
  void settings_come_from_wherever_this_class_path_has_them() {
    String expected = System.getProperty("primacytest.config");
    if (expected.equals("SmallRyeConfig")) {
      assertThat(SettingsSources.find()).isInstanceOf(MicroProfileSettings.class);
      System.setProperty("primacy.node.name", "n7");
      try {
        assertThat(SettingsSources.find().value("primacy.node.name")).contains("n7");
        assertThat(SettingsSources.find().keys()).contains("primacy.node.name");
        SettingsSource found = SettingsSources.find();
        SettingsSources.release(found);
        assertThat(SettingsSources.find())
            .as("of a resolver that releases by itself")
            .isEqualTo(found);
      } finally {
        System.clearProperty("primacy.node.name");
      }
    } else {
      assertThat(SettingsSources.find()).isInstanceOf(SystemSettings.class);
    }
  }

  @Test
  void guards_by_class_inheritance_stereotype_and_binding_are_enforced() {
    try (Deployed application =
        Deployed.with(OFF, Inheriting.class, ByStereotype.class, ByBinding.class)) {
      refused(application.get(Inheriting.class)::run);
      refused(application.get(ByStereotype.class)::run);
      refused(application.get(ByBinding.class)::run);
      assertThat(application.deployment().runtime().membership("default").role())
          .isEqualTo(NodeRole.NOT_IN_GROUP);
    }
  }

  @Test
  void the_extension_looks_at_no_more_types_than_it_needs() {
    try (LogLines log = new LogLines();
        Deployed application = Deployed.of(OnClass.class)) {
      assertThat(application.get(OnClass.class)).isNotNull();
      assertThat(log.text()).doesNotContain("WELD-000411");
    }
  }

  private static void refused(Runnable call) {
    Assertions.assertThatThrownBy(call::run).isInstanceOf(NotPrimaryException.class);
  }
}
