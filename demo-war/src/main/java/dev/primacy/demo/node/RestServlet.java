package dev.primacy.demo.node;

import dev.primacy.admin.AdminListener;
import io.undertow.server.HttpHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.FilterInfo;
import io.undertow.servlet.api.ServletInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jboss.resteasy.cdi.CdiInjectorFactory;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.jboss.weld.environment.se.WeldContainer;

/** RESTEasy in a servlet, with the resources and providers that are beans of the container. */
final class RestServlet {
  private static final String SERVLET = "rest";
  private static final String SCOPE = "request-scope";

  private final WeldContainer container;

  private RestServlet(WeldContainer container) {
    this.container = container;
  }

  /** Deploys the application; what answers its calls. */
  static HttpHandler deploy(WeldContainer container) throws ServletException {
    DeploymentManager manager =
        Servlets.newContainer().addDeployment(new RestServlet(container).application());
    manager.deploy();
    return manager.start();
  }

  private DeploymentInfo application() {
    ServletInfo servlet =
        Servlets.servlet(SERVLET, HttpServlet30Dispatcher.class)
            .setAsyncSupported(true)
            .setLoadOnStartup(1)
            .addMapping("/*");
    FilterInfo scope =
        Servlets.filter(
                SCOPE,
                RequestScope.class,
                new ImmediateInstanceFactory<>(new RequestScope(container)))
            .setAsyncSupported(true);
    return Servlets.deployment()
        .setClassLoader(RestServlet.class.getClassLoader())
        .setDeploymentName("primacy-demo")
        .setContextPath("/")
        .addServletContextAttribute(ResteasyDeployment.class.getName(), resources())
        .addServlet(servlet)
        // what a server finds by itself: the listener of the library's web fragment
        .addListener(Servlets.listener(AdminListener.class))
        .addFilter(scope)
        .addFilterServletNameMapping(SCOPE, SERVLET, DispatcherType.REQUEST);
  }

  private ResteasyDeployment resources() {
    ResteasyDeployment deployment = new ResteasyDeploymentImpl();
    deployment.setInjectorFactoryClass(CdiInjectorFactory.class.getName());
    deployment.setScannedResourceClasses(beansWith(Path.class));
    deployment.setScannedProviderClasses(
        Stream.concat(beansWith(Provider.class).stream(), features()).toList());
    return deployment;
  }

  /** What a server does by itself: features on the class path are found as services. */
  private static Stream<String> features() {
    return ServiceLoader.load(Feature.class).stream().map(feature -> feature.type().getName());
  }

  private List<String> beansWith(Class<? extends Annotation> annotation) {
    return container.getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(Bean::getBeanClass)
        .filter(type -> type.isAnnotationPresent(annotation))
        .map(Class::getName)
        .distinct()
        .sorted()
        .toList();
  }
}
