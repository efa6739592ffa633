package dev.primacy.rest.scenario.resources;

import dev.primacy.OnSecondary;
import dev.primacy.PrimaryOnly;
import dev.primacy.rest.scenario.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Methods whose calls are not simply refused. */
@Path("elsewhere")
@ApplicationScoped
public class ElsewhereResource {
  @POST
  @Path("patient")
  @PrimaryOnly(onSecondary = OnSecondary.WAIT, maxWait = "20s")
  public String patient() {
    return Journal.entered("patient");
  }

  @POST
  @Path("hurried")
  @PrimaryOnly(onSecondary = OnSecondary.WAIT, maxWait = "20ms")
  public String hurried() {
    return Journal.entered("hurried");
  }

  @GET
  @Path("sent/{item}")
  @PrimaryOnly(onSecondary = OnSecondary.REDIRECT)
  public String sent() {
    return Journal.entered("sent");
  }

  @PUT
  @Path("sent/{item}")
  @PrimaryOnly(onSecondary = OnSecondary.REDIRECT, status = 409)
  public String sent(Parcel parcel) {
    return Journal.entered("parcel " + parcel.content());
  }

  @GET
  @Path("misdirected")
  @PrimaryOnly(status = 421)
  public String misdirected() {
    return Journal.entered("misdirected");
  }

  @GET
  @Path("unregistered")
  @PrimaryOnly(status = 599)
  public String unregistered() {
    return Journal.entered("unregistered");
  }
}
