package dev.primacy.cdi;

import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanBuilder;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was found while an application was built, in words: it is carried from the build to the
 * start. In ascending order, so that the same application is built into the same bytes.
 *
 * @param carrying classes that carry a guard
 * @param beans classes of beans that matter to guards
 * @param observers as {@link ObserverSite#words} says it
 * @param places as {@link PlaceOfType#words} says it
 * @param scheduled classes that carry a schedule
 */
record Findings(
    Set<String> carrying,
    Set<String> beans,
    Set<String> observers,
    Set<String> places,
    Set<String> scheduled) {
  Findings() {
    this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
  }

  static Findings of(Parameters carried) {
    return new Findings(
        read(carried, "carrying"),
        read(carried, "beans"),
        read(carried, "observers"),
        read(carried, "places"),
        read(carried, "scheduled"));
  }

  private static Set<String> read(Parameters carried, String key) {
    return new TreeSet<>(List.of(carried.get(key, String[].class)));
  }

  void write(SyntheticBeanBuilder<?> bean) {
    write(bean, "carrying", carrying);
    write(bean, "beans", beans);
    write(bean, "observers", observers);
    write(bean, "places", places);
    write(bean, "scheduled", scheduled);
  }

  private static void write(SyntheticBeanBuilder<?> bean, String key, Set<String> words) {
    bean.withParam(key, words.toArray(String[]::new));
  }
}
