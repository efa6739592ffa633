package dev.primacy.engine.kubernetes;

import static dev.primacy.engine.tck.Records.LEDGER;
import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The Role that is shipped allows what is asked, and nothing else. */
class RightsTest {

  private static final Pattern REQUEST =
      Pattern.compile(
          "(\\w+) /apis/(?<group>[^/]+)/v1/namespaces/apps/(?<resource>[a-z]+)"
              + "(?<name>/[^?]+)?(?<query>\\?.*)?");

  @Test
  void the_role_allows_what_is_asked_and_nothing_else() throws Exception {
    ApiServer server = new ApiServer().start();
    try {
      useEverything(server);
      Set<String> asked =
          server.requests.stream().map(RightsTest::right).collect(Collectors.toSet());
      assertThat(asked).isEqualTo(granted());
    } finally {
      server.stop();
    }
  }

  private static void useEverything(ApiServer server) throws Exception {
    try (RecordStore store = new KubernetesEngine().open(server.surroundings())) {
      RecordVersion first = created(store, LEDGER, "1");
      store.read(LEDGER);
      store.list();
      stored(store.remove(LEDGER, stored(store.put(LEDGER, first, bytes("2")))));
      await().until(() -> server.requests.stream().anyMatch(one -> one.contains("watch=true")));
    }
  }

  /** As Kubernetes itself derives what has to be allowed from a request. */
  private static String right(String request) {
    Matcher parts = REQUEST.matcher(request);
    assertThat(parts.matches()).as(request).isTrue();
    String query = String.valueOf(parts.group("query"));
    String verb =
        switch (parts.group(1)) {
          case "GET" -> query.contains("watch=true") ? "watch" : named(parts) ? "get" : "list";
          case "POST" -> "create";
          case "PUT" -> "update";
          case "DELETE" -> "delete";
          default -> "?";
        };
    return verb + " " + parts.group("resource") + "." + parts.group("group");
  }

  private static boolean named(Matcher parts) {
    return parts.group("name") != null;
  }

  private static Set<String> granted() throws Exception {
    Set<String> granted = new TreeSet<>();
    for (PolicyRule rule : document(0, Role.class).getRules()) {
      for (String verb : rule.getVerbs()) {
        rule.getResources()
            .forEach(one -> granted.add(verb + " " + one + "." + rule.getApiGroups().get(0)));
      }
      assertThat(rule.getApiGroups()).hasSize(1);
    }
    return granted;
  }

  @Test
  void the_binding_binds_that_role_in_its_namespace() throws Exception {
    Role role = document(0, Role.class);
    RoleBinding binding = document(1, RoleBinding.class);
    assertThat(binding.getRoleRef().getName()).isEqualTo(role.getMetadata().getName());
    assertThat(binding.getRoleRef().getKind()).isEqualTo("Role");
    assertThat(binding.getMetadata().getNamespace()).isEqualTo(role.getMetadata().getNamespace());
    assertThat(binding.getSubjects()).hasSize(1);
  }

  private static <T> T document(int index, Class<T> type) throws Exception {
    try (var yaml = KubernetesEngine.class.getResourceAsStream("rbac.yaml")) {
      String text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
      return Serialization.unmarshal(List.of(text.split("\n---\n")).get(index), type);
    }
  }
}
