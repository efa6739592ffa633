package dev.primacy.cdi;

import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.lang.invoke.MethodHandles;
import org.jboss.logging.Messages;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** What deployment and the interceptor say: 1200 to 1299. */
@MessageBundle(projectCode = "PRIMACY-", length = 4)
interface CdiMessages {
  CdiMessages TEXT = Messages.getBundle(MethodHandles.lookup(), CdiMessages.class);

  @Message(
      id = 1201,
      value =
          "@PrimaryOnly on %s would never be enforced, because the method is %s and calls of it"
              + " cannot be intercepted; make it neither private, static nor final, or call"
              + " Membership.requirePrimary() in it.")
  DefinitionException notInterceptable(String method, String modifier);

  @Message(
      id = 1202,
      value =
          "@PrimaryOnly on %s would never be enforced, because the class is neither a bean nor a"
              + " REST resource as far as visible here; give it a scope and a constructor that the"
              + " container can use, or call Membership.requirePrimary() in it.")
  DefinitionException notABean(String type);

  @Message(
      id = 1203,
      value =
          "@PrimaryOnly(onSecondary = SKIP) on %s cannot be carried out, because a call that is not"
              + " run has no %s to return; return void or Optional, or use REJECT.")
  DefinitionException cannotSkip(String method, String returnType);

  @Message(
      id = 1204,
      value =
          "@PrimaryOnly(minRemaining = \"%2$s\") on %1$s is not a duration; write it as 500ms, 2s,"
              + " 1m or PT2S.")
  DefinitionException badMinRemaining(String method, String value);

  @Message(
      id = 1205,
      value =
          "%s asks for the group '%s', which is not configured; configured are %s. Correct the"
              + " name, or add it to primacy.groups; if it is joined at run time, set"
              + " primacy.groups.%2$s.join=later as well.")
  DeploymentException unknownGroup(String offender, String group, String configured);

  @Message(
      id = 1206,
      value =
          "%s names no group, and which one is meant is not configured; configured are %s. Name one"
              + " of them there, or set primacy.group to the one that is meant by default.")
  DeploymentException noDefaultGroup(String offender, String configured);

  @Message(
      id = 1207,
      value =
          "%s would not be guarded, because the container does not apply a @PrimaryOnly of an"
              + " interface or of an overridden method to a bean; repeat it on the method or the"
              + " class.")
  DefinitionException onSupertypeOnly(String method);

  @Message(
      id = 1208,
      value =
          "%s is a guarded REST resource, but no filter is there that guards resources; add"
              + " dev.primacy:primacy-rest to the application.")
  DeploymentException noFilter(String resource);

  @Message(
      id = 1209,
      value =
          "%s injects a FencingToken into a %s bean, where it would be read once and kept after the"
              + " role has ended; inject Instance<FencingToken> or Membership and ask for the token"
              + " in each call.")
  DefinitionException frozenToken(String injectionPoint, String scope);

  @Message(
      id = 1210,
      value =
          "@PrimaryOnly on %s would not be enforced, because the interceptor is not enabled; let"
              + " the container discover the archive of primacy-cdi, or add"
              + " dev.primacy.cdi.PrimaryOnlyInterceptor and dev.primacy.cdi.PrimacyLifecycle to"
              + " the bean classes.")
  DeploymentException noInterceptor(String method);

  @Message(
      id = 1211,
      value =
          "%s is a guarded REST resource, but the REST server runs without the filter that guards"
              + " resources, so the call is refused. List dev.primacy.rest.PrimacyFeature in"
              + " getClasses() of the Application class, or let the server load features as"
              + " services (jakarta.ws.rs.loadServices).")
  IllegalStateException filterMissing(String method);

  @Message(
      id = 1212,
      value =
          "@PrimaryOnly(fence = TRANSACTION) on %s would not be fenced, because nothing is there"
              + " that fences transactions; add dev.primacy:primacy-transactions to the"
              + " application.")
  DeploymentException noFence(String method);

  @Message(
      id = 1213,
      value =
          "@PrimaryOnly(fence = TRANSACTION) on %s would not be fenced, because the resource is no"
              + " bean and runs in no transaction; give it a scope.")
  DeploymentException fenceNeedsBean(String resource);

  @Message(
      id = 1214,
      value =
          "@PrimarySchedule on %s would never run, because nothing is there that runs schedules;"
              + " add dev.primacy:primacy-schedule to the application.")
  DeploymentException noScheduleRunner(String method);

  @Message(
      id = 1215,
      value =
          "@PrimarySchedule on %s would never run, because the container does not apply an"
              + " annotation of an interface to a bean; put it on the method of the bean's class"
              + " instead.")
  DefinitionException scheduleOnInterface(String method);

  @Message(
      id = 1216,
      value =
          "A @PrimarySchedule in %s would never run, because the class is no bean; give it a scope"
              + " and a constructor that the container can use.")
  DefinitionException scheduleOfNoBean(String type);

  @Message(
      id = 1230,
      value =
          "@PrimaryOnly(maxWait = \"%2$s\") on %1$s is not a duration; write it as 500ms, 2s, 1m or"
              + " PT2S.")
  DefinitionException badMaxWait(String method, String value);

  @Message(
      id = 1231,
      value =
          "@PrimaryOnly(maxWait = \"%2$s\") on %1$s has no effect, because calls of it do not wait;"
              + " add onSecondary = WAIT, or remove maxWait.")
  DefinitionException maxWaitWithoutWait(String method, String value);

  @Message(
      id = 1232,
      value =
          "@PrimaryOnly(onSecondary = REDIRECT) on %s cannot be carried out, because only a REST"
              + " call can be sent elsewhere; use REJECT or WAIT there.")
  DefinitionException redirectOnBean(String method);

  @Message(
      id = 1233,
      value =
          "@PrimaryOnly(status = %2$d) on %1$s would not tell a caller that it was refused; choose"
              + " one from 400 to 599, or leave it out for primacy.guard.status.")
  DefinitionException badStatus(String method, int status);

  @Message(
      id = 1234,
      value =
          "@PrimaryOnly(status = %2$d) on %1$s has no effect, because only a REST call is answered"
              + " with a status; remove it.")
  DefinitionException statusOnBean(String method, int status);

  @Message(
      id = 1235,
      value =
          "There are several beans that initialize a secondary (%s), and only one can; leave one of"
              + " them, or make all but one @Vetoed.")
  DeploymentException severalInitializers(String beans);

  @Message(
      id = 1236,
      value =
          "@PrimaryResource on %s means nothing; put it on a producer method, beside @Produces, that"
              + " opens what exists on the primary only.")
  DefinitionException noResourceProducer(String place);

  @Message(
      id = 1237,
      value =
          "@PrimaryResource on %s could not be closed when the role ends; return an AutoCloseable,"
              + " or add a disposer method for what it returns.")
  DefinitionException notCloseable(String method);

  @Message(
      id = 1238,
      value =
          "@PrimaryResource on %s has the scope @%s, but it lives as long as the role does; remove"
              + " the scope.")
  DefinitionException scopedResource(String method, String scope);

  @Message(
      id = 1239,
      value =
          "%s would keep a resource of the primary beyond the role, or find none; inject an Instance"
              + " of it, and get it when it is needed.")
  DeploymentException keptResource(String point);

  @Message(
      id = 1240,
      value =
          "@AnyRole on %s contradicts @PrimaryOnly there or on its class; remove one of them."
              + " @AnyRole leaves methods out of primacy.guard.default only.")
  DefinitionException guardedForAnyRole(String place);

  @Message(
      id = 1241,
      value =
          "primacy.guard.default=primary-only would never be enforced, because no filter guards the"
              + " REST resources of this application; add primacy-rest to it, or remove the setting.")
  DeploymentException noFilterForDefault();

  @Message(id = 1242, value = "%s produced nothing; return what exists on the primary only.")
  IllegalStateException nothingProduced(String method);

  @Message(
      id = 1243,
      value =
          "@View(%s.class) on %s selects nothing, because a %s is told of all nodes and never of a"
              + " view; observe what is told of views there (%s), or remove @View.")
  DefinitionException eventOfNoView(String view, String observer, String event, String ofViews);

  @Message(
      id = 1244,
      value =
          "%s is named by @View on %s and is no bean that could be asked which nodes are in the"
              + " view; give it a scope such as @ApplicationScoped, and if it is an alternative,"
              + " enable it.")
  DeploymentException viewOfNoBean(String view, String observers);

  @Message(
      id = 1245,
      value =
          "%s is named by @View on %s and stands for several beans (%s), but one has to say which"
              + " nodes are in the view; name the class of one of them.")
  DeploymentException viewOfManyBeans(String view, String observers, String beans);

  @Message(
      id = 1246,
      value =
          "%s describes a view of the nodes and has the scope @%s, which is never active on the"
              + " thread that asks it; make it @ApplicationScoped or @Dependent.")
  DeploymentException viewOfCallers(String view, String scope);

  @Message(
      id = 1247,
      value =
          "@ErrorOf(%s.class) on %s selects nothing, because the errors there are have another kind"
              + " (%s); name that, or remove @ErrorOf to hear of all errors.")
  DefinitionException noErrorsOf(String kind, String observer, String kinds);

  @Message(
      id = 1248,
      value =
          "@ErrorOf(%s.class) on %s selects nothing, because a %s is no error; observe"
              + " ClusterMonitorError there, or remove @ErrorOf.")
  DefinitionException noErrorEvent(String kind, String observer, String event);

  @Message(
      id = 1290,
      value =
          "%s ran, but the role in group '%s' under which it was let in may have ended before it"
              + " returned. Find out what it did before it is repeated; effects that carry the"
              + " fencing token to a resource that checks it are safe.")
  String outcomeUnknown(String method, String group);

  @Message(
      id = 1291,
      value =
          "Primacy was used before the deployment was validated; wait for"
              + " @Initialized(ApplicationScoped.class).")
  IllegalStateException notValidated();

  @Message(
      id = 9050,
      value =
          "%s was called through the interceptor of @PrimaryOnly, but nothing is known about its"
              + " guard, so the call is refused. A binding that was added with InterceptionFactory"
              + " cannot be seen at deployment; put @PrimaryOnly on the class or method.")
  IllegalStateException unknownToRegistry(String method);

  @Message(
      id = 1249,
      value =
          "%s observes a %s with @FromCluster, and no such event is ever published; observe an"
              + " ApplicationEvent, or remove @FromCluster.")
  DefinitionException neverPublished(String observer, String type);

  @Message(
      id = 1250,
      value =
          "@Queue(\"%s\") on %s hears nothing, because only events that are published for the cluster"
              + " come by a queue; add @FromCluster.")
  DefinitionException queueOfNoCluster(String queue, String observer);

  @Message(
      id = 1251,
      value =
          "@Queue(\"%s\") on %s needs to know when an event was handled; use @Observes instead of"
              + " @ObservesAsync.")
  DefinitionException asyncQueue(String queue, String observer);

  @Message(
      id = 1252,
      value =
          "@Queue(\"%s\") on %s is no name; use 1 to 63 letters, digits, dots, hyphens and"
              + " underscores, with a letter or digit at both ends.")
  DefinitionException badQueueName(String queue, String observer);

  @Message(
      id = 1253,
      value =
          "@Queue(\"%s\") on %s is durable, or is not, and elsewhere it is the other way round; say"
              + " the same everywhere.")
  DefinitionException queueOfTwoMinds(String queue, String observer);

  @Message(
      id = 1254,
      value =
          "%s.%s would publish %s for the cluster, which is no ApplicationEvent; make it one, with an"
              + " @EventId of 10000 or more.")
  DefinitionException notClusterWide(String type, String member, String payload);

  @Message(
      id = 1255,
      value =
          "@EventId(%d) is the number of both %s and %s; give one of them another, of 10000 or more.")
  DefinitionException sameEventId(int eventId, String one, String other);

  @Message(
      id = 1260,
      value =
          "%s asks for a publisher that cannot be made: %s; inject an EventPublisher of a record"
              + " that is an ApplicationEvent.")
  DefinitionException publisherOfNoEvent(String place, String why);

  @Message(
      id = 1261,
      value =
          "%s asks for a publisher from '%s', which is no origin; name one of 1 to 255 characters"
              + " without blanks, control characters, * and #.")
  DefinitionException publisherOfNoOrigin(String place, String origin);

  @Message(
      id = 1263,
      value =
          "%s asks for a publisher, and the container does not say of which event; inject the"
              + " EventPublisher itself instead of looking it up.")
  IllegalStateException publisherOfUnknown(String place);

  @Message(
      id = 1262,
      value =
          "@ReportProblems(origin = \"%2$s\") on %1$s is no origin; use 1 to 255 characters"
              + " without blanks, control characters, * and #.")
  DefinitionException problemsOfNoOrigin(String place, String origin);

  @Message(id = 1256, value = "Events between nodes: %s")
  DefinitionException asItIs(String problem);
}
