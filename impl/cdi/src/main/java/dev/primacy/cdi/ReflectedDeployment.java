package dev.primacy.cdi;

import jakarta.enterprise.inject.spi.AnnotatedMethod;
import java.util.Set;

/**
 * Shows a deployment what was found while the application was built, as the portable extension
 * shows it what a container announces: the same registry and the same refusals come of it.
 *
 * @param deployment is shown it
 * @param loader has the application's classes
 */
record ReflectedDeployment(Deployment deployment, ClassLoader loader) {
  void show(Findings found) {
    Set<String> carrying = found.carrying();
    carrying.forEach(name -> deployment.types().see(type(name)));
    found.scheduled().forEach(name -> deployment.schedules().see(type(name)));
    for (String name : found.beans()) {
      ReflectedType<?> bean = type(name);
      deployment.types().isBean(bean.getJavaClass());
      deployment.guards().collect(bean);
      deployment.schedules().collect(bean);
    }
    found.observers().forEach(words -> observer(ObserverSite.parse(words)));
    found.places().forEach(words -> PlaceOfType.parse(words).note(deployment.injections()));
  }

  ReflectedType<?> type(String name) {
    try {
      return ReflectedType.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException absent) {
      throw BuildMessages.TEXT.foundNoMore(absent, name);
    }
  }

  private void observer(ObserverSite site) {
    try {
      ReflectedObserver observer = site.find(loader);
      ReflectedType<?> bean = ReflectedType.of(observer.bean());
      AnnotatedMethod<?> method = new ReflectedMethod<>(bean, observer.method());
      deployment.views().see(observer, method);
      deployment.clusterEvents().see(observer, method);
      deployment.errors().see(observer, method);
      deployment.observers().see(observer);
    } catch (ClassNotFoundException absent) {
      throw BuildMessages.TEXT.foundNoMore(absent, site.bean());
    }
  }
}
