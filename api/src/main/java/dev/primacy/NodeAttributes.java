package dev.primacy;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a node publishes about itself at run time: {@code
 * membership.attributes(NodeAttributes.of(LOAD, 17).with(ZONE, "eu-1"))}. Immutable.
 *
 * @since 0.1
 */
public final class NodeAttributes {

  /** No attributes. */
  public static final NodeAttributes NONE = new NodeAttributes(Map.of());

  private final Map<String, String> texts;

  private NodeAttributes(Map<String, String> texts) {
    this.texts = Map.copyOf(texts);
  }

  /**
   * Attributes as text.
   *
   * @param texts by name
   * @return the attributes
   */
  public static NodeAttributes of(Map<String, String> texts) {
    return new NodeAttributes(texts);
  }

  /**
   * One attribute.
   *
   * @param attribute its name and type
   * @param value its value
   * @param <T> its type
   * @return the attributes
   * @throws IllegalArgumentException if the attribute's own text of it could not be read again
   */
  public static <T> NodeAttributes of(NodeAttribute<T> attribute, T value) {
    return NONE.with(attribute, value);
  }

  /**
   * The same with one attribute more, or instead of the one of this name.
   *
   * @param attribute its name and type
   * @param value its value
   * @param <T> its type
   * @return the attributes
   * @throws IllegalArgumentException if the attribute's own text of it could not be read again
   */
  public <T> NodeAttributes with(NodeAttribute<T> attribute, T value) {
    Map<String, String> next = new TreeMap<>(texts);
    next.put(attribute.name(), attribute.write(value));
    return new NodeAttributes(next);
  }

  /**
   * The attributes as text.
   *
   * @return by name; immutable
   */
  public Map<String, String> texts() {
    return texts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NodeAttributes attributes && texts.equals(attributes.texts);
  }

  @Override
  public int hashCode() {
    return texts.hashCode();
  }

  @Override
  public String toString() {
    return new TreeMap<>(texts).toString();
  }
}
