package dev.primacy.messenger.jgroups;

import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.SettingType;
import java.util.List;
import java.util.Optional;

/** The settings of the messenger. */
final class Settings {
  static final String BIND = "primacy.jgroups.bind";
  static final String FAILURE_PORT = "primacy.jgroups.failure-port";
  static final String PEERS = "primacy.jgroups.peers";
  static final String SECRET = "primacy.jgroups.secret";
  static final String INSECURE = "primacy.jgroups.insecure";

  static final List<SettingDescription> ALL =
      List.of(
          new SettingDescription(
              BIND,
              SettingType.TEXT,
              Optional.of("127.0.0.1:7900"),
              "The address and port at which the other nodes reach this one."),
          new SettingDescription(
              FAILURE_PORT,
              SettingType.INTEGER,
              Optional.empty(),
              "The port by which nodes notice that another one died, at the same address; by default"
                  + " 100 above the port of primacy.jgroups.bind. It has to be as far above it on"
                  + " every node."),
          new SettingDescription(
              PEERS,
              SettingType.ADDRESSES,
              Optional.empty(),
              "The addresses and ports of some nodes, separated by commas; best of all of them. Without"
                  + " it the node is alone until another one names it."),
          new SettingDescription(
              SECRET,
              SettingType.SECRET,
              Optional.empty(),
              "Encrypts and authenticates what nodes say to each other: at least 32 bytes, the same on"
                  + " every node."),
          new SettingDescription(
              INSECURE,
              SettingType.BOOLEAN,
              Optional.of("false"),
              "Lets primacy.jgroups.bind be an address that other machines reach without a secret, for"
                  + " networks that protect themselves. Whoever reaches it takes part then."));

  private Settings() {}
}
