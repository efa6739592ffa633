package dev.primacy.rest.scenario.resources;

import dev.primacy.rest.scenario.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("interface")
@ApplicationScoped
public class ContractResource implements Contract {
  @Override
  public String mappedHere() {
    return Journal.entered("interface, mapped there");
  }

  @Override
  @GET
  @Path("own-mapping")
  public String mappedThere() {
    return Journal.entered("interface, mapped here");
  }

  @Override
  public String open() {
    return Journal.entered("open");
  }
}
