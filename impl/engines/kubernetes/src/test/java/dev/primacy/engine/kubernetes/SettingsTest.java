package dev.primacy.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.Engine;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final String URL = "https://api.example:6443";

  @TempDir Path directory;

  private Pod outside;
  private Pod inside;

  @BeforeEach
  void mount() throws Exception {
    outside = new Pod(Map.of(), directory.resolve("none"));
    Files.writeString(directory.resolve("token"), "t");
    Files.writeString(directory.resolve("namespace"), "shop\n");
    inside =
        new Pod(
            Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "6443"),
            directory);
  }

  private static void assertProblem(Pod pod, Surroundings settings, int number, String... words) {
    List<String> problems = new KubernetesEngine(pod).problems(settings);
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).startsWith("PRIMACY-" + number + ": ").contains(words);
  }

  private static Configuration read(Pod pod, Surroundings settings) {
    ConfigurationReader reader = new ConfigurationReader(settings, pod);
    assertThat(reader.problems()).isEmpty();
    return reader.configuration();
  }

  @Test
  void the_engine_is_found_by_its_name() {
    assertThat(ServiceLoader.load(Engine.class)).extracting(Engine::name).contains("kubernetes");
  }

  @Test
  void every_setting_is_below_the_engines_prefix_and_described() {
    assertThat(new KubernetesEngine().settings())
        .allMatch(row -> row.key().startsWith("primacy.kubernetes."))
        .allMatch(row -> row.description().length() > 20)
        .extracting(SettingDescription::key)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_pod_needs_no_settings() {
    Configuration found = read(inside, Given.nothing());
    assertThat(found.namespace()).contains("shop");
    assertThat(found.access())
        .isEqualTo(
            new Access.Direct(
                "https://[fd00::1]:6443",
                Optional.of(directory.resolve("ca.crt")),
                Optional.of(directory.resolve("token"))));
  }

  @Test
  void outside_of_a_cluster_the_server_has_to_be_named() {
    assertProblem(outside, Given.nothing(), 3300, Settings.API_SERVER, Settings.KUBECONFIG);
  }

  @Test
  void a_pod_without_its_account_is_told_so() throws Exception {
    Files.delete(directory.resolve("token"));
    assertProblem(inside, Given.nothing(), 3300, "automountServiceAccountToken");
  }

  @Test
  void a_namespace_is_needed_and_has_a_namespaces_name() {
    assertProblem(outside, Given.url(URL), 3301, Settings.NAMESPACE);
    for (String wrong : List.of("Shop", "a.b", "-a", "a_b", "a".repeat(64))) {
      assertProblem(outside, Given.url(URL).with(Settings.NAMESPACE, wrong), 3302, wrong);
    }
    Surroundings named = Given.nothing().with(Settings.NAMESPACE, "other");
    assertThat(read(inside, named).namespace()).contains("other");
  }

  @Test
  void there_is_one_api_server() {
    Surroundings both =
        Given.url(URL)
            .with(Settings.KUBECONFIG, directory.resolve("token").toString())
            .with(Settings.NAMESPACE, "shop");
    assertProblem(outside, both, 3303, "remove the one");
  }

  @Test
  void files_have_to_be_there() {
    String missing = directory.resolve("missing").toString();
    Surroundings named = Given.url(URL).with(Settings.NAMESPACE, "shop");
    assertProblem(outside, named.with(Settings.TOKEN_FILE, missing), 3304, missing);
    assertProblem(outside, Given.nothing().with(Settings.KUBECONFIG, missing), 3304, missing);
  }

  @Test
  void what_belongs_to_another_setting_is_not_set_alone() {
    String file = directory.resolve("token").toString();
    assertProblem(
        inside, Given.nothing().with(Settings.TOKEN_FILE, file), 3305, Settings.API_SERVER);
    assertProblem(
        inside, Given.nothing().with(Settings.CONTEXT, "prod"), 3305, Settings.KUBECONFIG);
  }

  @Test
  void nothing_goes_over_a_network_in_plain_text() {
    Surroundings plain = Given.url("http://api.example:8080").with(Settings.NAMESPACE, "shop");
    assertProblem(outside, plain, 3306, "http://api.example:8080");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8001", "http://localhost:8001", "http://[::1]:8001"})
  void a_sidecar_may_be_reached_in_plain_text(String url) {
    Surroundings plain = Given.url(url).with(Settings.NAMESPACE, "shop");
    assertThat(new KubernetesEngine(outside).problems(plain)).isEmpty();
  }

  @Test
  void the_jdks_client_may_not_repeat_writes() {
    System.setProperty(ConfigurationReader.RETRIES, "");
    try {
      assertProblem(inside, Given.nothing(), 3307, ConfigurationReader.RETRIES);
    } finally {
      System.clearProperty(ConfigurationReader.RETRIES);
    }
  }

  @Test
  void a_kubeconfig_that_cannot_be_used_is_named() throws Exception {
    Path file = Files.writeString(directory.resolve("config"), "apiVersion: v1\nkind: Config\n");
    Surroundings named = Given.nothing().with(Settings.KUBECONFIG, file.toString());
    assertThat(new KubernetesEngine(outside).problems(named)).isEmpty();
    assertThatThrownBy(() -> new KubernetesEngine(outside).open(named))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("PRIMACY-33");
  }

  @Test
  void what_is_wrong_is_told_when_it_is_opened_too() {
    assertThatThrownBy(() -> new KubernetesEngine(outside).open(Given.nothing()))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("PRIMACY-3300");
  }
}
