package dev.primacy.transactions;

import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;

/**
 * Resources in transactions, which a filter guards; entries that begin with "lost" end the role.
 */
@Path("entries")
@ApplicationScoped
public class Entries {
  @Inject Books books;
  @Inject Pages pages;

  /** Its transaction begins behind the filter. */
  @POST
  @Path("own")
  @Transactional
  @PrimaryOnly
  public String own(String entry) throws SQLException {
    return books.supports(entry);
  }

  /** The transaction is somebody else's. */
  @POST
  @Path("called")
  @PrimaryOnly
  public String called(String entry) throws SQLException {
    return books.required(entry);
  }

  /** Guards the way; what it leads to knows nothing of that. */
  @Path("pages")
  @PrimaryOnly
  public Pages pages() {
    return pages;
  }

  /** Guarded by the filter alone, because it is guarded on the way to it. */
  @ApplicationScoped
  public static class Pages {
    @Inject Books books;

    @POST
    @Transactional
    public String post(String entry) throws SQLException {
      return books.supports(entry);
    }
  }
}
