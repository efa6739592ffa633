package dev.primacy.admin;

import dev.primacy.core.gate.Clocks;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.NodeRoleChanged;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import javax.management.MBeanServer;

/** All of it, put together from the settings; knows no container. Safe on any thread. */
final class Administration implements AutoCloseable {
  private static final int RUN_BYTES = 4;

  private final AdminSettings settings;
  private final Here here;
  private final Commanding commanding;
  private final EventLog events;
  private final EventLog all;
  private final Streams streams;
  private final Front front;
  private final Optional<GroupBeans> beans;
  private final SecureRandom random;

  /**
   * Where it is.
   *
   * @param application the application's name
   * @param runtime what is operated
   * @param guards the guard report
   * @param threads makes the thread of the streams
   * @param clocks all time
   * @param mbeans where groups are shown over JMX
   * @param heartbeat how often a stream shows a sign of life
   */
  record Surroundings(
      String application,
      PrimacyRuntime runtime,
      Supplier<List<GuardLine>> guards,
      ThreadFactory threads,
      Clocks clocks,
      MBeanServer mbeans,
      Duration heartbeat) {}

  Administration(AdminSettings settings, Surroundings in) {
    this(settings, in, new SecureRandom());
  }

  private Administration(AdminSettings settings, Surroundings in, SecureRandom random) {
    this.settings = settings;
    this.random = random;
    this.here = new Here(in.runtime());
    this.commanding = new Commanding(in.runtime()::control, ControlSecret.of(settings, random));
    this.events = new EventLog(run(random), settings.events());
    this.all = new EventLog(run(random), settings.events());
    this.streams = new Streams(List.of(events, all), in.threads(), in.heartbeat());
    TokenCheck token = new TokenCheck(settings.token(), random, MessageDigest::isEqual);
    Authorisation authorisation = new Authorisation(token, new RefusedAttempts(in.clocks()));
    this.front = new Front(routes(in), authorisation, UUID::randomUUID);
    this.beans = settings.jmx() ? Optional.of(beans(in)) : Optional.empty();
  }

  private static String run(SecureRandom random) {
    byte[] made = new byte[RUN_BYTES];
    random.nextBytes(made);
    return HexFormat.of().formatHex(made);
  }

  private Routes routes(Surroundings in) {
    Routes routes = new Routes();
    if (settings.probes().on()) {
      new Probes(in.runtime()::control, here, in.clocks(), settings.probes()).offer(routes);
    }
    if (settings.reads()) {
      boolean open = settings.reading() == AdminSettings.Reading.ANYBODY;
      offerReading(routes, in, open ? Access.OPEN : Access.OPERATORS);
    }
    if (settings.commands()) {
      Versions versions = new Versions(settings.versionNeeded());
      new CommandResources(commanding, here, versions, patience()).offer(routes);
      new MemberResources(commanding, in.runtime()::groupAdmin, patience()).offer(routes);
    }
    return routes;
  }

  private void offerReading(Routes routes, Surroundings in, Access access) {
    new Reading(in.runtime(), here, in.guards()).offer(routes, access);
    routes.add("GET", "cluster/events", access, request -> listen(events, request));
    routes.add("GET", "v1/events/stream", access, request -> listen(all, request));
    new EventReading(in.runtime().history(), access).offer(routes);
    new Polling(new Polls(in.runtime(), in.clocks(), random), access).offer(routes);
  }

  private static Outcome listen(EventLog log, Request request) {
    return new Listening(log.listen(request.header("last-event-id")));
  }

  private Patience patience() {
    return new Patience(settings.patience());
  }

  private GroupBeans beans(Surroundings in) {
    return new GroupBeans(
        in.mbeans(),
        in.application(),
        group -> new GroupBean(group, commanding, in.runtime(), patience(), settings.commands()));
  }

  AdminSettings settings() {
    return settings;
  }

  Front front() {
    return front;
  }

  Streams streams() {
    return streams;
  }

  /** The groups are there now. */
  void start() {
    if (settings.answers()) {
      settings.log();
    }
    showGroups();
  }

  private void showGroups() {
    beans.ifPresent(shown -> shown.show(here.groups()));
  }

  /** An event was delivered to this application. */
  void heard(ClusterEvent event) {
    if (settings.reads()) {
      EventForm.data(event).ifPresent(data -> keep(event, data));
    }
    if (event instanceof NodeRoleChanged) {
      showGroups(); // one may have been joined or left
    }
  }

  /** However many events applications publish, those of groups and nodes are kept beside them. */
  private void keep(ClusterEvent event, String data) {
    String name = EventForm.name(event);
    all.add(name, data);
    if (!(event instanceof EnvelopedEvent)) {
      events.add(name, data);
    }
  }

  /** Nothing is left behind: no thread, no bean, no command. */
  @Override
  public void close() {
    streams.close();
    beans.ifPresent(GroupBeans::close);
    commanding.close();
  }
}
