package dev.primacy.servers.launch;

/** What not every server can do, or not as it is set up here. */
public enum Ability {
  /** Takes an application away and back while it runs. */
  UNDEPLOY("applications stay as long as the server runs"),
  /** Enterprise beans, naming and transactions. */
  ENTERPRISE("no enterprise beans, naming or transactions"),
  /** Something that stands before observers, as events between nodes need it. */
  PORTABLE_EXTENSIONS("no portable extensions: refused with PRIMACY-1600"),
  /** Lets an extension take a producer's place, as a resource of the primary needs it. */
  ROLE_RESOURCES("no portable extensions: refused with PRIMACY-1601"),
  /** Threads of the server for applications. */
  CONCURRENCY("no Jakarta Concurrency"),
  /** Jakarta Concurrency 3.1. */
  RUN_AT("no Concurrency 3.1"),
  /** Message-driven beans and a broker of its own. */
  MESSAGES("no broker set up here"),
  /** MicroProfile Health, and our checks for it. */
  HEALTH("no MicroProfile Health");

  private final String absence;

  Ability(String absence) {
    this.absence = absence;
  }

  /** What is said where it is missing. */
  public String absence() {
    return absence;
  }
}
