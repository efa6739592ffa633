package dev.primacy.rest.resteasy;

import dev.primacy.rest.scenario.RestServer;
import dev.primacy.rest.scenario.RestStack;
import dev.primacy.rest.scenario.ScannedClasses;
import jakarta.ws.rs.SeBootstrap;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.jboss.resteasy.core.se.ConfigurationOption;
import org.jboss.weld.environment.se.WeldContainer;

/** RESTEasy and Weld on Undertow: what WildFly and Open Liberty are made of. */
final class RestEasyStack implements RestStack {
  @Override
  public RestServer start(Application application) throws Exception {
    return start(application, new Indexer().complete());
  }

  @Override
  public RestServer startWithoutFilter(Application application) throws Exception {
    return start(application);
  }

  @Override
  public RestServer startScanning(Class<?>... more) throws Exception {
    return start(new Application() {}, index(ScannedClasses.with(more)));
  }

  private static RestServer start(Application application, Index scanned) throws Exception {
    SeBootstrap.Configuration configuration =
        SeBootstrap.Configuration.builder()
            .host("127.0.0.1")
            .port(SeBootstrap.Configuration.FREE_PORT)
            .property(ConfigurationOption.JANDEX_INDEX.key(), scanned)
            .build();
    SeBootstrap.Instance instance = await(SeBootstrap.start(application, configuration));
    return new RestServer(instance.configuration().baseUri(), () -> await(instance.stop()));
  }

  private static <T> T await(CompletionStage<T> stage) throws Exception {
    try {
      return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (ExecutionException refused) {
      endContainer();
      throw refused;
    }
  }

  /** RESTEasy leaves it running when it cannot start. */
  private static void endContainer() {
    WeldContainer container = WeldContainer.instance("RESTEasy SE");
    if (container != null) {
      container.shutdown();
    }
  }

  private static Index index(Set<Class<?>> types) throws IOException {
    Indexer indexer = new Indexer();
    for (Class<?> type : types) {
      indexer.indexClass(type);
    }
    return indexer.complete();
  }
}
