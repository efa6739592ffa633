package dev.primacy.rest.cxf;

import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Set;
import org.apache.cxf.jaxrs.impl.ConfigurableImpl;
import org.apache.cxf.jaxrs.lifecycle.PerRequestResourceProvider;
import org.apache.cxf.jaxrs.lifecycle.ResourceProvider;
import org.apache.cxf.message.Message;
import org.apache.webbeans.proxy.NormalScopeProxyFactory;
import org.apache.webbeans.proxy.OwbNormalScopeProxy;

/** Hands the beans of OpenWebBeans to CXF; what is no bean CXF makes itself, as in TomEE. */
public final class Beans {
  private final BeanManager manager;

  Beans(BeanManager manager) {
    this.manager = manager;
  }

  /** A provider: the bean itself, since CXF puts what {@code @Context} asks for into its fields. */
  Object instance(Class<?> type) {
    Bean<?> bean = bean(type);
    try {
      return bean == null ? type.getConstructor().newInstance() : unwrapped(reference(bean, type));
    } catch (ReflectiveOperationException noConstructor) {
      throw new IllegalArgumentException(noConstructor);
    }
  }

  ResourceProvider resource(Class<?> type) {
    Bean<?> bean = bean(type);
    return bean == null ? new PerRequestResourceProvider(type) : new OfBean(type, bean);
  }

  private Bean<?> bean(Class<?> type) {
    return manager.resolve(Set.copyOf(manager.getBeans(type)));
  }

  private Object reference(Bean<?> bean, Class<?> type) {
    CreationalContext<?> context = manager.createCreationalContext(bean);
    return manager.getReference(bean, type, context);
  }

  private static Object unwrapped(Object reference) {
    return reference instanceof OwbNormalScopeProxy proxy
        ? NormalScopeProxyFactory.unwrapInstance(proxy)
        : reference;
  }

  private final class OfBean implements ResourceProvider {
    private final Class<?> type;
    private final Bean<?> bean;

    OfBean(Class<?> type, Bean<?> bean) {
      this.type = type;
      this.bean = bean;
    }

    @Override
    public Object getInstance(Message message) {
      return reference(bean, type);
    }

    @Override
    public void releaseInstance(Message message, Object instance) {}

    @Override
    public Class<?> getResourceClass() {
      return type;
    }

    @Override
    public boolean isSingleton() {
      return bean.getScope().isAnnotationPresent(NormalScope.class);
    }
  }

  /** How a feature's {@code register(Class)} gets beans; found through the service loader. */
  public static final class Instantiator implements ConfigurableImpl.Instantiator {
    /** For the service loader. */
    public Instantiator() {}

    @Override
    public <T> Object create(Class<T> type) {
      return new Beans(CDI.current().getBeanManager()).instance(type);
    }
  }
}
