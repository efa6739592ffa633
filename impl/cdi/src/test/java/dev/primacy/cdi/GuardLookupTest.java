package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.PrimaryOnly;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardLookupTest {
  private final GuardLookup lookup =
      new GuardLookup(
          new GuardAnnotations(
              type ->
                  type.isAnnotationPresent(Stereotype.class)
                      ? Arrays.asList(type.getAnnotations())
                      : List.of()));

  record Order() {}

  static class Plain {
    public void nothing() {}

    @PrimaryOnly(group = "method")
    public void guarded() {}

    public void guarded(int overload) {}
  }

  @PrimaryOnly(group = "class")
  static class OnClass {
    public void any() {}

    @PrimaryOnly(group = "method")
    public void replaced() {}
  }

  static class Inheriting extends OnClass {
    public void own() {}
  }

  static class Overriding extends Plain {
    @Override
    public void guarded() {}
  }

  interface Contract {
    @PrimaryOnly(group = "interface")
    void demanded();

    void free();
  }

  static class Contractor implements Contract {
    @Override
    public void demanded() {}

    @Override
    public void free() {}
  }

  @PrimaryOnly(group = "interface")
  interface Whole {
    void declared();
  }

  interface Wider extends Whole {
    void more();
  }

  static class Builder implements Wider {
    @Override
    public void declared() {}

    @Override
    public void more() {}

    public void beside() {}
  }

  interface Store<T> {
    @PrimaryOnly(group = "generic")
    void put(T item);
  }

  static class Orders implements Store<Order> {
    @Override
    public void put(Order item) {}

    public void put(String overload) {}

    public void put(int other) {}
  }

  abstract static class Base<T> {
    public abstract void put(T item);
  }

  static class Leaf extends Base<Order> {
    @Override
    @PrimaryOnly(group = "leaf")
    public void put(Order item) {}
  }

  @Stereotype
  @PrimaryOnly(group = "stereotype")
  @Retention(RetentionPolicy.RUNTIME)
  @interface Leading {}

  @Leading
  static class Stereotyped {
    public void any() {}
  }

  static class Hiding extends Plain {
    @SuppressWarnings("unused")
    private void nothing(int other) {}
  }

  @Test
  void a_method_without_an_annotation_anywhere_is_free() {
    assertThat(group(Plain.class, "nothing")).isEmpty();
    assertThat(group(Plain.class, "guarded", int.class)).isEmpty();
    assertThat(group(Hiding.class, "nothing")).isEmpty();
  }

  @Test
  void a_methods_annotation_is_found() {
    assertThat(group(Plain.class, "guarded")).contains("method");
  }

  @Test
  void a_methods_annotation_replaces_its_classs() {
    assertThat(group(OnClass.class, "any")).contains("class");
    assertThat(group(OnClass.class, "replaced")).contains("method");
  }

  @Test
  void a_superclasss_annotation_covers_inherited_and_own_methods() {
    assertThat(group(Inheriting.class, "any")).contains("class");
    assertThat(group(Inheriting.class, "own")).contains("class");
    assertThat(group(Inheriting.class, "replaced")).contains("method");
  }

  @Test
  void an_overriding_method_stays_guarded() {
    assertThat(group(Overriding.class, "guarded")).contains("method");
  }

  @Test
  void an_interfaces_method_annotation_covers_that_method_only() {
    assertThat(group(Contractor.class, "demanded")).contains("interface");
    assertThat(group(Contractor.class, "free")).isEmpty();
  }

  @Test
  void an_interfaces_own_annotation_covers_the_methods_it_declares() {
    assertThat(group(Builder.class, "declared")).contains("interface");
    assertThat(group(Builder.class, "more")).isEmpty();
    assertThat(group(Builder.class, "beside")).isEmpty();
  }

  @Test
  void a_method_handed_over_as_its_interface_declares_it_is_found_in_the_class() throws Exception {
    Method asDeclared = Contract.class.getMethod("demanded");
    assertThat(lookup.find(Contractor.class, asDeclared)).isPresent();
  }

  @Test
  void a_generic_interfaces_annotation_reaches_the_method_with_the_actual_type() {
    assertThat(group(Orders.class, "put", Order.class)).contains("generic");
    assertThat(group(Orders.class, "put", int.class)).isEmpty();
  }

  @Test
  void an_overload_that_could_be_the_generic_method_is_guarded_rather_than_free() {
    assertThat(group(Orders.class, "put", String.class)).contains("generic");
  }

  @Test
  void a_generic_supertypes_method_leads_to_the_annotation_on_the_actual_one() throws Exception {
    Method erased = Base.class.getMethod("put", Object.class);
    assertThat(lookup.find(Leaf.class, erased).map(PrimaryOnly::group)).contains("leaf");
  }

  @Test
  void a_stereotype_that_carries_the_annotation_counts() {
    assertThat(group(Stereotyped.class, "any")).contains("stereotype");
  }

  @Test
  void methods_of_object_are_free_even_in_a_guarded_class() {
    assertThat(group(OnClass.class, "hashCode")).isEmpty();
  }

  @Test
  void what_an_extension_added_to_a_bean_counts_for_it_and_its_proxies_only() throws Exception {
    GuardAnnotations annotations = new GuardAnnotations(type -> List.of());
    Method nothing = Plain.class.getMethod("nothing");
    PrimaryOnly added = OnClass.class.getAnnotation(PrimaryOnly.class);
    annotations.add(Hiding.class, nothing, List.<Annotation>of(added));

    GuardLookup withAdded = new GuardLookup(annotations);
    assertThat(withAdded.find(Hiding.class, nothing)).isPresent();
    assertThat(withAdded.find(new Hiding() {}.getClass(), nothing)).isPresent();
    assertThat(withAdded.find(Plain.class, nothing)).isEmpty();
  }

  private Optional<String> group(Class<?> type, String method, Class<?>... parameters) {
    try {
      return lookup.find(type, type.getMethod(method, parameters)).map(PrimaryOnly::group);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }
}
