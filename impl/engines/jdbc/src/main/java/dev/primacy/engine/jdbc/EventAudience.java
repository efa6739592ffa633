package dev.primacy.engine.jdbc;

import java.sql.Connection;

/** The threads that wait for new events. */
final class EventAudience implements Ear.Audience {

  private final Runnable bell;
  private volatile boolean listening;

  EventAudience(Runnable bell) {
    this.bell = bell;
  }

  /** Whether announcements can be relied on. */
  boolean isListening() {
    return listening;
  }

  @Override
  public void listening(Connection connection) {
    listening = true;
    bell.run();
  }

  @Override
  public void hear(String payload) {
    bell.run();
  }

  @Override
  public void deaf() {
    listening = false;
  }
}
