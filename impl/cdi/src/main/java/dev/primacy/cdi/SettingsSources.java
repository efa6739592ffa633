package dev.primacy.cdi;

import dev.primacy.core.settings.SettingsSource;
import dev.primacy.core.settings.SystemSettings;

/** Where settings come from in this application. */
final class SettingsSources {
  private SettingsSources() {}

  /** MicroProfile Config if there is an implementation of it, else properties and environment. */
  static SettingsSource find() {
    try {
      return MicroProfileSettings.current();
    } catch (NoClassDefFoundError | IllegalStateException noImplementation) {
      return new SystemSettings();
    }
  }

  /** The application that a source was found for has ended. */
  static void release(SettingsSource found) {
    if (found instanceof MicroProfileSettings settings) {
      settings.release();
    }
  }
}
