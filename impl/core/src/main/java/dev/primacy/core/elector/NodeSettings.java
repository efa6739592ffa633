package dev.primacy.core.elector;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import dev.primacy.core.record.RecordCodec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What an {@link Elector} is told about the node it elects for.
 *
 * @param self name and incarnation; the incarnation is new for every {@link Elector} (rule R0)
 * @param endpoint where people or peers reach the node; empty if it does not say
 * @param priority its preference to lead, the greater the more
 * @param passive true if it never becomes primary
 * @param attributes what it publishes about itself, at most 32 of at most 256 bytes each
 * @param timing lease, drift and what follows from them
 * @param confirmed true (the default) if it admits only while a read that showed it as the holder
 *     is fresh: makes even the deletion of a single group record safe (rule R9)
 * @param followsOnly true if it sees the store through another node: then it is passive, takes
 *     nothing even if the store names it as the holder, and writes its own record only
 * @since 0.1
 */
public record NodeSettings(
    NodeId self,
    Optional<URI> endpoint,
    int priority,
    boolean passive,
    Map<String, String> attributes,
    Timing timing,
    boolean confirmed,
    boolean followsOnly) {

  /**
   * Checks the components and copies the map.
   *
   * @throws IllegalArgumentException if there are too many attributes, or one is too large
   */
  public NodeSettings {
    requireNonNull(self, "self");
    requireNonNull(endpoint, "endpoint");
    attributes = Map.copyOf(attributes);
    requireNonNull(timing, "timing");
    if (attributes.size() > RecordCodec.MAX_ATTRIBUTES) {
      throw new IllegalArgumentException(attributes.size() + " attributes are too many");
    }
    attributes.forEach(NodeSettings::check);
    passive |= followsOnly;
  }

  /**
   * The settings of a node that reaches the store itself.
   *
   * @param self name and incarnation
   * @param endpoint where people or peers reach the node
   * @param priority its preference to lead
   * @param passive true if it never becomes primary
   * @param attributes what it publishes about itself
   * @param timing lease, drift and what follows from them
   * @param confirmed true if it admits only while a read that showed it as the holder is fresh
   */
  public NodeSettings(
      NodeId self,
      Optional<URI> endpoint,
      int priority,
      boolean passive,
      Map<String, String> attributes,
      Timing timing,
      boolean confirmed) {
    this(self, endpoint, priority, passive, attributes, timing, confirmed, false);
  }

  private static void check(String key, String value) {
    int bytes =
        key.getBytes(StandardCharsets.UTF_8).length + value.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > RecordCodec.MAX_ATTRIBUTE_BYTES) {
      throw new IllegalArgumentException("attribute " + key + " takes " + bytes + " bytes");
    }
  }

  /**
   * The settings of a node that says nothing about itself.
   *
   * @param self name and incarnation
   * @param timing lease, drift and what follows from them
   * @return priority 0, not passive, confirmed
   */
  public static NodeSettings of(NodeId self, Timing timing) {
    return new NodeSettings(self, Optional.empty(), 0, false, Map.of(), timing, true);
  }
}
