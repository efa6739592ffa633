package dev.primacy.cdi;

import dev.primacy.InGroup;
import dev.primacy.event.ClusterWide;
import dev.primacy.event.FromCluster;
import dev.primacy.messaging.EventPublisher;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.InjectionPointInfo;
import jakarta.enterprise.inject.build.compatible.spi.ObserverInfo;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.AnnotationTarget;
import jakarta.enterprise.lang.model.declarations.DeclarationInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.declarations.ParameterInfo;
import jakarta.enterprise.lang.model.types.Type;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the build's language: who observes, and what is injected where. */
final class BuiltPlaces {
  private static final String OURS = BuiltPlaces.class.getPackageName() + ".";

  private final Findings found;

  BuiltPlaces(Findings found) {
    this.found = found;
  }

  // ---- beans

  /** Notes what is injected there; a refusal if it cannot be. */
  Optional<RuntimeException> see(BeanInfo bean, InjectionPointInfo point) {
    String owner = bean.declaringClass().name();
    if (owner.startsWith(OURS)) {
      return Optional.empty();
    }
    String place = name(owner, point.declaration());
    return see(
        point.type(),
        point.qualifiers(),
        place,
        isFilledOnce(point.declaration()),
        bean.scope().name());
  }

  private Optional<RuntimeException> see(
      Type type, Collection<AnnotationInfo> qualifiers, String name, boolean once, String scope) {
    boolean lookedUp = raw(type).equals(Instance.class.getName());
    Type sought = lookedUp ? argument(type).orElse(type) : type;
    String what = raw(sought);
    boolean published =
        raw(type).equals(Event.class.getName()) && has(qualifiers, ClusterWide.class);
    if (published || what.equals(EventPublisher.class.getName())) {
      return Optional.of(BuildMessages.TEXT.noEventsBetweenNodes(name));
    }
    if (PlaceOfType.isMeant(what)) {
      InjectedPlace place = new InjectedPlace(name, group(qualifiers), once, scope);
      found.places().add(new PlaceOfType(what, lookedUp, place).words());
    }
    return Optional.empty();
  }

  private static String name(String owner, DeclarationInfo declaration) {
    String member =
        declaration.isField()
            ? declaration.asField().name()
            : declaration.asParameter().declaringMethod().name();
    return "@Inject at " + owner + "." + member;
  }

  private static boolean isFilledOnce(DeclarationInfo declaration) {
    return declaration.isField()
        || declaration.asParameter().declaringMethod().hasAnnotation(Inject.class);
  }

  private static String group(Collection<AnnotationInfo> qualifiers) {
    return qualifiers.stream()
        .filter(qualifier -> qualifier.name().equals(InGroup.class.getName()))
        .map(qualifier -> qualifier.value().asString())
        .findFirst()
        .orElse("");
  }

  private static boolean has(Collection<AnnotationInfo> annotations, Class<?> type) {
    return annotations.stream().anyMatch(a -> a.name().equals(type.getName()));
  }

  // ---- observers

  /** Notes it, and what it has injected at each call; what is wrong with that. */
  List<RuntimeException> see(ObserverInfo observer) {
    String owner = observer.declaringClass().name();
    if (owner.startsWith(OURS)) {
      return List.of();
    }
    MethodInfo method = observer.observerMethod();
    List<RuntimeException> refused = new ArrayList<>();
    List<ParameterInfo> parameters = method.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      ParameterInfo parameter = parameters.get(i);
      if (parameter.hasAnnotation(Observes.class) || parameter.hasAnnotation(ObservesAsync.class)) {
        found.observers().add(site(observer, method, i).words());
        refuse(parameter, owner + "." + method.name()).ifPresent(refused::add);
      } else {
        String name = "@Inject at " + owner + "." + method.name();
        see(parameter.type(), parameter.annotations(), name, false, "").ifPresent(refused::add);
      }
    }
    return refused;
  }

  private static Optional<RuntimeException> refuse(AnnotationTarget event, String name) {
    return event.hasAnnotation(FromCluster.class)
        ? Optional.of(BuildMessages.TEXT.noEventsBetweenNodes("@Observes at " + name))
        : Optional.empty();
  }

  private static ObserverSite site(ObserverInfo observer, MethodInfo method, int event) {
    List<String> parameters =
        method.parameters().stream().map(parameter -> raw(parameter.type())).toList();
    String bean =
        Optional.ofNullable(observer.bean())
            .map(b -> b.declaringClass().name())
            .orElse(observer.declaringClass().name());
    return new ObserverSite(bean, method.declaringClass().name(), method.name(), event, parameters);
  }

  // ---- types

  private static Optional<Type> argument(Type type) {
    return type.isParameterizedType()
        ? type.asParameterizedType().typeArguments().stream().findFirst()
        : Optional.empty();
  }

  /** As {@link Class#getName} has it. */
  private static String raw(Type type) {
    return switch (type.kind()) {
      case CLASS -> type.asClass().declaration().name();
      case PARAMETERIZED_TYPE -> type.asParameterizedType().declaration().name();
      case PRIMITIVE -> type.asPrimitive().name();
      case TYPE_VARIABLE ->
          type.asTypeVariable().bounds().stream()
              .findFirst()
              .map(BuiltPlaces::raw)
              .orElse(Object.class.getName());
      case WILDCARD_TYPE ->
          Optional.ofNullable(type.asWildcardType().upperBound())
              .map(BuiltPlaces::raw)
              .orElse(Object.class.getName());
      // of arrays nothing is observed or injected that would matter
      default -> "";
    };
  }
}
