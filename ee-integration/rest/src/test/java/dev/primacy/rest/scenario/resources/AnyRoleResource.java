package dev.primacy.rest.scenario.resources;

import dev.primacy.AnyRole;
import dev.primacy.PrimaryOnly;
import dev.primacy.rest.scenario.Journal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Says nothing of the primary, and of some methods that every node answers. */
@Path("any-role")
public class AnyRoleResource implements AnyRoleContract {
  @GET
  public String usual() {
    return Journal.entered("usual");
  }

  @GET
  @Path("open")
  @AnyRole
  public String open() {
    return Journal.entered("open");
  }

  @Override
  public String fromContract() {
    return Journal.entered("from a contract");
  }

  @Path("open-sub")
  public OpenSub openSub() {
    return new OpenSub();
  }

  @Path("sub")
  public PlainSub sub() {
    return new PlainSub();
  }

  @Path("audited")
  @PrimaryOnly(group = "audit")
  public AuditedSub audited() {
    return new AuditedSub();
  }

  /** Says nothing: the way to it does. */
  public static class AuditedSub {
    @GET
    public String read() {
      return Journal.entered("audited sub-resource");
    }
  }

  /** For all methods. */
  @AnyRole
  public static class OpenSub {
    @GET
    public String read() {
      return Journal.entered("open sub-resource");
    }
  }

  /** Says nothing. */
  public static class PlainSub {
    @GET
    public String read() {
      return Journal.entered("plain sub-resource");
    }
  }
}
