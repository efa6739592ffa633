package dev.primacy.benchmarks.compare.node;

/** The libraries that are compared. */
final class Libraries {
  private Libraries() {}

  static Contender contender(Place place, Voice voice, RequestCount count) throws Exception {
    return switch (place.value(Place.LIBRARY)) {
      case "primacy" -> new PrimacyContender(place, count);
      case "spring" -> new SpringContender(place, voice, count);
      case "curator" -> new CuratorContender(place, voice);
      case "fabric8" -> new Fabric8Contender(place, voice);
      default -> throw new IllegalArgumentException(place.value(Place.LIBRARY));
    };
  }
}
