package dev.primacy.demo;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.Membership;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.cdi.GuardRegistry;
import dev.primacy.cdi.GuardedMethod;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.spi.StoreStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Everything this node knows, in its own words; never what another node would say. */
@ApplicationScoped
class ClusterReport {
  private static final int RECENT = 50;

  @Inject Membership membership;
  @Inject PrimacyRuntime runtime;
  @Inject GuardRegistry guards;
  @Inject ThisNode self;
  @Inject Origins origins;
  @Inject RoleLog log;
  @Inject Peers peers;

  JsonObject json() {
    RoleReading reading = RoleReading.of(membership);
    return Json.PROVIDER
        .createObjectBuilder()
        .add("group", membership.group())
        .add("node", self.name())
        .add("incarnation", membership.node().incarnation().toString())
        .add("url", Json.text(self.url().map(URI::toString)))
        .add("role", reading.role().name())
        .add("standing", membership.standing().name())
        .add("token", Json.term(reading.token()))
        .add("scope", Json.text(reading.token().map(FencingToken::scope).map(Object::toString)))
        .add("leaseRemainingMs", membership.remaining().toMillis())
        .add("primary", Json.text(membership.primary().map(node -> node.id().name())))
        .add("engine", Json.text(runtime.engine()))
        .add("store", store())
        .add("nodes", nodes())
        .add("expected", expected())
        .add("guards", guarded())
        .add("recent", recent())
        .build();
  }

  private JsonObjectBuilder store() {
    StoreStatus status = runtime.storeStatus();
    return Json.PROVIDER
        .createObjectBuilder()
        .add("state", status.state().name())
        .add("detail", status.detail());
  }

  private JsonArrayBuilder nodes() {
    JsonArrayBuilder all = Json.PROVIDER.createArrayBuilder();
    Optional<NodeId> primary = membership.primary().map(ClusterNode::id);
    peers.nodes().forEach(node -> all.add(node(node, primary.equals(Optional.of(node.id())))));
    return all;
  }

  private static JsonObjectBuilder node(ClusterNode node, boolean primary) {
    JsonObjectBuilder attributes = Json.PROVIDER.createObjectBuilder();
    new TreeMap<>(node.attributes()).forEach(attributes::add);
    return Json.PROVIDER
        .createObjectBuilder()
        .add("node", node.id().name())
        .add("incarnation", node.id().incarnation().toString())
        .add("url", Json.text(node.endpoint().map(URI::toString)))
        .add("primary", primary)
        .add("passive", node.passive())
        .add("priority", node.priority())
        .add("lifecycle", node.lifecycle().name())
        .add("attributes", attributes);
  }

  private JsonArrayBuilder expected() {
    JsonArrayBuilder all = Json.PROVIDER.createArrayBuilder();
    origins.configured().forEach(url -> all.add(url.toString()));
    return all;
  }

  private JsonArrayBuilder guarded() {
    JsonArrayBuilder all = Json.PROVIDER.createArrayBuilder();
    for (GuardedMethod method : guards.report()) {
      JsonArrayBuilder layers = Json.PROVIDER.createArrayBuilder();
      method.enforcedBy().forEach(layer -> layers.add(layer.name()));
      all.add(
          Json.PROVIDER
              .createObjectBuilder()
              .add("target", method.name())
              .add("group", method.spec().group())
              .add("enforcedBy", layers));
    }
    return all;
  }

  private JsonArrayBuilder recent() {
    List<NodeRoleChanged> changes = log.since(0);
    JsonArrayBuilder newest = Json.PROVIDER.createArrayBuilder();
    changes.subList(Math.max(0, changes.size() - RECENT), changes.size()).stream()
        .map(ClusterReport::change)
        .forEach(newest::add);
    return newest;
  }

  private static JsonObjectBuilder change(NodeRoleChanged change) {
    Optional<FencingToken> token = change.token();
    return Json.PROVIDER
        .createObjectBuilder()
        .add("seq", change.seq())
        .add("previous", Json.text(change.previous().map(NodeRole::name)))
        .add("role", change.current().name())
        .add("standing", change.standing().name())
        .add("cause", change.cause().name())
        .add("token", Json.term(token))
        .add("at", change.at().toEpochMilli());
  }
}
