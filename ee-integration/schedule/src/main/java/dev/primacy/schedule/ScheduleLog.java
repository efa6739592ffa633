package dev.primacy.schedule;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What schedules log: 2510 to 2539. Nothing per firing that goes well. */
@MessageLogger(projectCode = "PRIMACY-", length = 4)
interface ScheduleLog extends BasicLogger {
  ScheduleLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), ScheduleLog.class, "dev.primacy.schedule");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2510, value = "schedules of the primary: %d%s")
  void schedules(int count, String lines);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2511,
      value =
          "Schedule '%s' of group '%s' missed firings from %s on, and they are not run: missed=%s;"
              + " it goes on after %s. Nobody could start them when they were due: there was no"
              + " primary, the store did not answer, or the run before them took too long.")
  void passedOver(String schedule, String group, String from, String policy, String until);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2512,
      value =
          "The firing of schedule '%s' of group '%s' due at %s is lost: the role ended when it was"
              + " claimed and had not begun, so that it is run by nobody.")
  void givenUp(String schedule, String group, String scheduled);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2513,
      value =
          "The firing of schedule '%s' of group '%s' due at %s ran, but the role may have ended"
              + " before it was done; effects that carry the fencing token to a resource that"
              + " checks it are safe.")
  void outlived(String schedule, String group, String scheduled);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 2514,
      value =
          "The firing of schedule '%s' of group '%s' due at %s failed; it is not repeated, and the"
              + " schedule goes on.")
  void failed(@Cause Throwable failure, String schedule, String group, String scheduled);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2515,
      value =
          "Schedule '%s' of group '%s' starts nothing while the store does not say what was started"
              + " (%s); it is asked again.")
  void unanswered(String schedule, String group, String reason);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2516,
      value =
          "Schedule '%s' of group '%s' was started for %s already, and the clock of this node shows"
              + " %s: nothing is started until then. A clock is wrong, here or where it was started"
              + " last; correct it, and if the time is far away give the schedule another name.")
  void ahead(String schedule, String group, String upTo, String now);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 2517, value = "Schedule '%s' of group '%s' could not go on, and is tried again.")
  void defect(@Cause Throwable defect, String schedule, String group);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2518,
      value =
          "Methods of schedules still run %s after the application was told to stop; their threads"
              + " were interrupted.")
  void stillRunning(String patience);
}
