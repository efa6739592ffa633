package dev.primacy.core.alarm;

import dev.primacy.control.AlarmKind;

/**
 * Where alarms are put up and taken down.
 *
 * @since 0.1
 */
public interface AlarmBoard {

  /**
   * Something is wrong from now on; nothing happens if that is known already.
   *
   * @param kind what
   * @param subject about whom
   * @param text one sentence for people
   */
  void raise(AlarmKind kind, String subject, String text);

  /**
   * It is over; nothing happens if it was not raised.
   *
   * @param kind what
   * @param subject about whom
   */
  void clear(AlarmKind kind, String subject);
}
