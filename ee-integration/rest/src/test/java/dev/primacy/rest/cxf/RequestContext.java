package dev.primacy.rest.cxf;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.message.Exchange;

/** Activates the request context around each call, as a servlet container's listener does. */
final class RequestContext extends JAXRSInvoker {
  @Override
  public Object invoke(Exchange exchange, Object request) {
    RequestContextController context = CDI.current().select(RequestContextController.class).get();
    boolean activated = context.activate();
    try {
      return super.invoke(exchange, request);
    } finally {
      if (activated) {
        context.deactivate();
      }
    }
  }
}
