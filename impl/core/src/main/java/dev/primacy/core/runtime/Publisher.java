package dev.primacy.core.runtime;

import dev.primacy.core.operate.GroupSecret;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells other nodes what this one was told and knows, in its node record. On the lease thread. */
final class Publisher {
  private final Machinery machinery;
  private final Collection<Orders> orders;
  private final Supplier<Optional<String>> schema;
  private @Nullable GroupSecret secret;

  /**
   * @param schema asked when something is told: the application's bean may not be asked before
   */
  Publisher(Machinery machinery, Collection<Orders> orders, Supplier<Optional<String>> schema) {
    this.machinery = machinery;
    this.orders = orders;
    this.schema = schema;
  }

  void publish() {
    Map<String, String> now = new HashMap<>();
    List<String> followed =
        orders.stream().filter(Orders::isSecondary).map(Orders::group).sorted().toList();
    if (!followed.isEmpty()) {
      now.put(Published.SECONDARY, Published.listed(followed));
    }
    orders.stream()
        .flatMap(each -> each.nominal().stream())
        .findFirst()
        .ifPresent(role -> now.put(Published.NOMINAL_ROLE, role.wireName()));
    schema.get().ifPresent(kind -> now.put(Published.SCHEMA, kind));
    if (secret != null) {
      now.put(Published.SECRET, secret.proof(machinery.incarnations.get().incarnation()));
    }
    machinery.operations.introduction().internal(now);
  }

  /** A new incarnation has said nothing yet. */
  void begun() {
    publish();
    machinery.operations.introduction().begun();
  }

  /** What this node proves to others that it knows. */
  void secret(GroupSecret next) {
    secret = next;
    publish();
  }

  Optional<GroupSecret> secret() {
    return Optional.ofNullable(secret);
  }
}
