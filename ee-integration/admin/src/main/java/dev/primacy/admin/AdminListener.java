package dev.primacy.admin;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;

/**
 * Adds the servlet when a web application starts, if there is anything for it to answer. Found by
 * servers through the web fragment of this archive; a server of one's own names it.
 *
 * @since 0.1
 */
public final class AdminListener implements ServletContextListener {
  private static final String NAME = "primacy-admin";

  /** Made by the server. */
  public AdminListener() {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    AdminFront front = CDI.current().select(AdminFront.class).get();
    if (front.answers()) {
      add(event.getServletContext(), front);
    }
  }

  private static void add(ServletContext context, AdminFront front) {
    ServletRegistration.Dynamic servlet = context.addServlet(NAME, front.servlet());
    // null: the application has one of that name, and wants it
    if (servlet != null) {
      servlet.setAsyncSupported(true);
      servlet.addMapping(front.path() + "/*");
    }
  }
}
