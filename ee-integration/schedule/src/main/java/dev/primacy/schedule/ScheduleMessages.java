package dev.primacy.schedule;

import jakarta.enterprise.inject.spi.DefinitionException;
import java.lang.invoke.MethodHandles;
import org.jboss.logging.Messages;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** What deployment says of schedules: 1450 to 1479. */
@MessageBundle(projectCode = "PRIMACY-", length = 4)
interface ScheduleMessages {
  ScheduleMessages TEXT = Messages.getBundle(MethodHandles.lookup(), ScheduleMessages.class);

  @Message(
      id = 1450,
      value =
          "@PrimarySchedule(cron = \"%2$s\") on %1$s cannot be read (%3$s); write six or seven"
              + " fields as Quartz does, seconds first, such as \"0 0/5 * * * ?\", or five as Unix"
              + " does.")
  DefinitionException badCron(String method, String expression, String problem);

  @Message(
      id = 1451,
      value =
          "@PrimarySchedule(cron = \"%2$s\") on %1$s never fires again; correct the expression, or"
              + " remove the annotation.")
  DefinitionException neverFires(String method, String expression);

  @Message(
      id = 1452,
      value =
          "@PrimarySchedule(every = \"%2$s\") on %1$s is not a duration of a second or more; write"
              + " it as 10s, 5m, 1h or PT10S.")
  DefinitionException badPeriod(String method, String period);

  @Message(
      id = 1453,
      value =
          "@PrimarySchedule on %s says neither or both of cron and every; give one of them, to say"
              + " when it fires.")
  DefinitionException notOneTime(String method);

  @Message(
      id = 1454,
      value =
          "@PrimarySchedule(zone = \"%2$s\") on %1$s is no time zone known here; write it as"
              + " Europe/Prague or UTC.")
  DefinitionException badZone(String method, String zone);

  @Message(
      id = 1455,
      value =
          "@PrimarySchedule(zone = \"%2$s\") on %1$s says nothing, because every counts in UTC;"
              + " remove the zone, or say with cron when it fires.")
  DefinitionException zoneWithoutCron(String method, String zone);

  @Message(
      id = 1456,
      value =
          "@PrimarySchedule on %s cannot be carried out, because the method is %s; make it neither"
              + " private nor static.")
  DefinitionException notCallable(String method, String modifier);

  @Message(
      id = 1457,
      value =
          "@PrimarySchedule on %s cannot be carried out, because nobody would take what it returns;"
              + " make it void.")
  DefinitionException notVoid(String method);

  @Message(
      id = 1458,
      value =
          "@PrimarySchedule on %s cannot be carried out, because its parameters are not known; take"
              + " nothing, or one dev.primacy.Firing.")
  DefinitionException badParameters(String method);

  @Message(
      id = 1459,
      value =
          "@PrimarySchedule on %s would run on another object each time, or in a request that there"
              + " is none of, because its bean is %s; make the bean @ApplicationScoped or"
              + " @Singleton.")
  DefinitionException badScope(String method, String scope);

  @Message(
      id = 1460,
      value =
          "@PrimarySchedule on %s cannot be carried out, because the class is an EJB; schedule a"
              + " method of a CDI bean that calls it, or use the EJB's @Schedule with"
              + " @PrimaryOnly(onSecondary = SKIP).")
  DefinitionException sessionBean(String method);

  @Message(
      id = 1461,
      value =
          "@PrimarySchedule on %s has the name '%s' that %s has, so that one would take the other's"
              + " firings for its own; give one of them another name.")
  DefinitionException nameTaken(String method, String name, String other);

  @Message(
      id = 1462,
      value =
          "@PrimarySchedule on %s has a name of %d bytes, and the store takes %d; give it a shorter"
              + " name.")
  DefinitionException nameTooLong(String method, int bytes, int most);

  @Message(
      id = 9070,
      value =
          "The method of schedule '%s' cannot be called although it was found fit at deployment;"
              + " please report it.")
  IllegalStateException notCalled(String schedule);
}
