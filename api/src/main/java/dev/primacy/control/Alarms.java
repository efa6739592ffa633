package dev.primacy.control;

import java.util.List;

/**
 * What is wrong right now, as this node sees it; inject it. {@code AlarmRaised} and {@code
 * AlarmCleared} tell of changes.
 *
 * @since 0.1
 */
public interface Alarms {

  /**
   * The alarms that were raised and not cleared, in the order in which they were raised.
   *
   * @return an immutable copy, from local memory; any thread
   */
  List<Alarm> active();
}
