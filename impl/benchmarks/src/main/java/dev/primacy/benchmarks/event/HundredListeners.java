package dev.primacy.benchmarks.event;

/** A hundred observers, in ten beans. */
final class HundredListeners {
  private static final Class<?>[] BEANS = {
    First.class,
    Second.class,
    Third.class,
    Fourth.class,
    Fifth.class,
    Sixth.class,
    Seventh.class,
    Eighth.class,
    Ninth.class,
    Tenth.class
  };

  private HundredListeners() {}

  static Class<?>[] beans() {
    return BEANS.clone();
  }

  /** Ten of them. */
  public static class First extends TenListeners {}

  /** Ten of them. */
  public static class Second extends TenListeners {}

  /** Ten of them. */
  public static class Third extends TenListeners {}

  /** Ten of them. */
  public static class Fourth extends TenListeners {}

  /** Ten of them. */
  public static class Fifth extends TenListeners {}

  /** Ten of them. */
  public static class Sixth extends TenListeners {}

  /** Ten of them. */
  public static class Seventh extends TenListeners {}

  /** Ten of them. */
  public static class Eighth extends TenListeners {}

  /** Ten of them. */
  public static class Ninth extends TenListeners {}

  /** Ten of them. */
  public static class Tenth extends TenListeners {}
}
