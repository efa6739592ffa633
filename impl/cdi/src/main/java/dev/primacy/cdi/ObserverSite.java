package dev.primacy.cdi;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;

/**
 * An observer method, by name.
 *
 * @param bean the class of its bean
 * @param declaring the class that declares it
 * @param method its name
 * @param event the position of the parameter that the event comes by
 * @param parameters the raw types of its parameters
 */
record ObserverSite(
    String bean, String declaring, String method, int event, List<String> parameters) {
  private static final String BETWEEN = "\t";

  static ObserverSite parse(String words) {
    List<String> parts = List.of(words.split(BETWEEN, -1));
    List<String> parameters = parts.subList(4, parts.size());
    return new ObserverSite(
        parts.get(0), parts.get(1), parts.get(2), Integer.parseInt(parts.get(3)), parameters);
  }

  String words() {
    return String.join(BETWEEN, bean, declaring, method, Integer.toString(event))
        + BETWEEN
        + String.join(BETWEEN, parameters);
  }

  ReflectedObserver find(ClassLoader loader) throws ClassNotFoundException {
    Class<?> type = Class.forName(bean, false, loader);
    Class<?> above = Class.forName(declaring, false, loader);
    Method found =
        Arrays.stream(above.getDeclaredMethods())
            .filter(candidate -> candidate.getName().equals(method))
            .filter(candidate -> types(candidate).equals(parameters))
            .findFirst()
            .orElseThrow(() -> new ClassNotFoundException(declaring + "." + method));
    Parameter carrier = found.getParameters()[event];
    return new ReflectedObserver(type, found, carrier);
  }

  private static List<String> types(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(Class::getName).toList();
  }
}
