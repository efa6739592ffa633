package dev.primacy.transactions;

import dev.primacy.PrimaryOnly;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;

/** Not a bean, so that nothing is intercepted: the filter alone guards it. */
@Path("unmanaged")
public class UnmanagedEntries {
  @POST
  @PrimaryOnly
  public String post(String entry) throws SQLException {
    return CDI.current().select(Books.class).get().required(entry);
  }
}
