package dev.primacy.cdi;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Deploys what was built: the settings are known only now. For the container.
 *
 * @since 0.1
 */
public class DeploymentAtStart implements SyntheticBeanCreator<Deployment> {
  /** Made by the container. */
  public DeploymentAtStart() {}

  @Override
  public Deployment create(Instance<Object> lookup, Parameters carried) {
    BeanManager beans = lookup.select(BeanManager.class).get();
    Deployment deployment = new Deployment(UnaryOperator.identity());
    deployment.reflect();
    deployment.begin(beans);
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    new ReflectedDeployment(deployment, loader).show(Findings.of(carried));
    deployment.configure();
    deployment.freeze(beans);
    List<RuntimeException> problems = deployment.problems();
    if (!problems.isEmpty()) {
      throw BuildMessages.TEXT.notDeployable(
          problems.stream()
              .map(problem -> "%n  %s".formatted(problem.getMessage()))
              .collect(Collectors.joining()));
    }
    return deployment;
  }
}
