package dev.primacy.demo.node;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jboss.weld.context.bound.BoundLiteral;
import org.jboss.weld.context.bound.BoundRequestContext;
import org.jboss.weld.environment.se.WeldContainer;

/** A request context for each HTTP request, as an application server has. */
final class RequestScope implements Filter {
  private final BoundRequestContext context;

  RequestScope(WeldContainer container) {
    this.context = container.select(BoundRequestContext.class, BoundLiteral.INSTANCE).get();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Map<String, Object> beans = new HashMap<>();
    context.associate(beans);
    context.activate();
    try {
      chain.doFilter(request, response);
    } finally {
      context.invalidate();
      context.deactivate();
      context.dissociate(beans);
    }
  }
}
