package dev.primacy.engine.relay;

import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.SettingType;
import java.util.List;
import java.util.Optional;

/** The engine's rows of the settings table. */
final class Settings {
  static final String URL = "primacy.relay.url";
  static final String TOKEN = "primacy.relay.token";
  static final String INSECURE = "primacy.relay.insecure";

  static final List<SettingDescription> ALL =
      List.of(
          new SettingDescription(
              URL,
              SettingType.TEXT,
              Optional.empty(),
              "Where the relay's resource is, such as https://n2.example.com/primacy/relay; several of"
                  + " the same cluster, separated by commas, are tried in their order, one at a time."
                  + " Plain http only to a loopback address."),
          new SettingDescription(
              TOKEN,
              SettingType.SECRET,
              Optional.empty(),
              "What this node presents, the relay's primacy.relay.serve-token: at least 32 bytes."),
          new SettingDescription(
              INSECURE,
              SettingType.BOOLEAN,
              Optional.of("false"),
              "Lets primacy.relay.url be plain http to another machine, for networks that encrypt by"
                  + " themselves. Whoever listens has the token then."));

  private Settings() {}
}
