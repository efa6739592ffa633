package dev.primacy.rest.scenario.resources;

import dev.primacy.PrimaryOnly;
import dev.primacy.rest.scenario.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;

@ApplicationScoped
public class SubBean {
  @GET
  @PrimaryOnly
  public String read() {
    return Journal.entered("sub-resource that is a bean");
  }
}
