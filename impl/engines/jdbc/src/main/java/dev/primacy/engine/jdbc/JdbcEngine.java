package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.EventArchive;
import dev.primacy.spi.MessengerProvider;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps records in one table of a relational database, reached by a URL ({@code primacy.jdbc.url})
 * or through a data source ({@code primacy.jdbc.datasource}).
 *
 * @since 0.1
 */
public final class JdbcEngine implements Engine {

  /** Does nothing. */
  public JdbcEngine() {}

  @Override
  public String name() {
    return "jdbc";
  }

  @Override
  public List<SettingDescription> settings() {
    return Settings.ALL;
  }

  @Override
  public List<String> problems(EngineContext context) {
    return Configuration.problems(context);
  }

  @Override
  public Optional<MessengerProvider> messenger() {
    return Optional.of(new JdbcMessengers());
  }

  @Override
  public Optional<EventArchive> archive(EngineContext context) throws StoreException {
    List<String> problems = new ArrayList<>(problems(context));
    problems.addAll(EventSettings.problems(context));
    if (!problems.isEmpty()) {
      throw new StoreException(String.join(System.lineSeparator(), problems));
    }
    Configuration configuration = Configuration.of(context);
    Source source = Sources.of(context, configuration);
    JdbcArchive archive = new JdbcArchive(configuration, source, context.threads());
    try {
      archive.start();
      return Optional.of(archive);
    } catch (StoreException | RuntimeException e) {
      archive.close();
      throw e;
    } catch (InterruptedException e) {
      archive.close();
      Thread.currentThread().interrupt();
      throw new StoreException(LOG.closed(), e);
    }
  }

  @Override
  public RecordStore open(EngineContext context) throws StoreException {
    List<String> problems = problems(context);
    if (!problems.isEmpty()) {
      throw new StoreException(String.join(System.lineSeparator(), problems));
    }
    Configuration configuration = Configuration.of(context);
    return open(configuration, Sources.of(context, configuration), context);
  }

  /** As {@link #open(EngineContext)}, with connections from wherever. */
  static RecordStore open(Configuration configuration, Source source, EngineContext context)
      throws StoreException {
    JdbcStore store = new JdbcStore(configuration, source, context.threads());
    try {
      store.start();
      return store;
    } catch (StoreException | RuntimeException e) {
      store.close();
      throw e;
    } catch (InterruptedException e) {
      store.close();
      Thread.currentThread().interrupt();
      throw new StoreException(LOG.closed(), e);
    }
  }
}
