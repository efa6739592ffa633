package dev.primacy;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Function;

/**
 * The name and type of an attribute, so that those who write it and those who read it agree: {@code
 * static final NodeAttribute<Integer> LOAD = NodeAttribute.ofInt("load");}
 *
 * @param <T> the type
 * @since 0.1
 */
public final class NodeAttribute<T> {
  private final String name;
  private final String typeName;
  private final Function<String, ? extends T> parse;
  private final Function<? super T, String> format;

  private NodeAttribute(
      String name,
      String typeName,
      Function<String, ? extends T> parse,
      Function<? super T, String> format) {
    this.name = requireNonNull(name, "name");
    this.typeName = requireNonNull(typeName, "typeName");
    this.parse = requireNonNull(parse, "parse");
    this.format = requireNonNull(format, "format");
  }

  /**
   * An attribute of any type.
   *
   * @param name its name
   * @param typeName names the type in messages
   * @param parse makes a value of text; throws any unchecked exception if it cannot
   * @param format makes text of a value, which {@code parse} understands
   * @param <T> the type
   * @return the attribute
   */
  public static <T> NodeAttribute<T> of(
      String name,
      String typeName,
      Function<String, ? extends T> parse,
      Function<? super T, String> format) {
    return new NodeAttribute<>(name, typeName, parse, format);
  }

  /**
   * Text.
   *
   * @param name its name
   * @return the attribute
   */
  public static NodeAttribute<String> ofString(String name) {
    return of(name, "text", text -> text, text -> text);
  }

  /**
   * An integer.
   *
   * @param name its name
   * @return the attribute
   */
  public static NodeAttribute<Integer> ofInt(String name) {
    return of(name, "integer", Integer::valueOf, Object::toString);
  }

  /**
   * A long integer.
   *
   * @param name its name
   * @return the attribute
   */
  public static NodeAttribute<Long> ofLong(String name) {
    return of(name, "integer", Long::valueOf, Object::toString);
  }

  /**
   * A number.
   *
   * @param name its name
   * @return the attribute
   */
  public static NodeAttribute<Double> ofDouble(String name) {
    return of(name, "number", Double::valueOf, Object::toString);
  }

  /**
   * {@code true} or {@code false}, in lower case.
   *
   * @param name its name
   * @return the attribute
   */
  public static NodeAttribute<Boolean> ofBoolean(String name) {
    return of(name, "true or false", NodeAttributeText::bool, Object::toString);
  }

  /**
   * A constant of an enum, by its name.
   *
   * @param name its name
   * @param type the enum
   * @param <E> the enum
   * @return the attribute
   */
  public static <E extends Enum<E>> NodeAttribute<E> ofEnum(String name, Class<E> type) {
    return of(name, type.getSimpleName(), text -> Enum.valueOf(type, text), Enum::name);
  }

  /**
   * A duration in ISO 8601, such as {@code PT10S}.
   *
   * @param name its name
   * @return the attribute
   */
  public static NodeAttribute<Duration> ofDuration(String name) {
    return of(name, "ISO 8601 duration", Duration::parse, Object::toString);
  }

  /**
   * An address of the Internet Protocol in numbers, version 4 or 6: never a name to be looked up.
   *
   * @param name its name
   * @return the attribute
   */
  public static NodeAttribute<InetAddress> ofAddress(String name) {
    return of(name, "IP address", NodeAttributeText::address, InetAddress::getHostAddress);
  }

  /**
   * The name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /** What a node published, as what it is. */
  T read(NodeId node, String text) {
    try {
      return requireNonNull(parse.apply(text));
    } catch (RuntimeException malformed) {
      throw new IllegalArgumentException(
          NodeAttributeText.notOfType(node, name, typeName, text), malformed);
    }
  }

  /** What is published for a value: only what can be read again. */
  String write(T value) {
    String text = requireNonNull(format.apply(requireNonNull(value, "value")));
    try {
      requireNonNull(parse.apply(text));
    } catch (RuntimeException malformed) {
      throw new IllegalArgumentException(
          NodeAttributeText.notReadable(name, typeName, text), malformed);
    }
    return text;
  }

  @Override
  public String toString() {
    return name + " (" + typeName + ")";
  }
}
