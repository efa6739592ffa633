package dev.primacy.engine.tck;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Runs what the nodes of a contract class share, and gives each test a talk of its own. */
final class MessengerExtension
    implements BeforeAllCallback, AfterAllCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace OURS = Namespace.create(MessengerExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    MessengerService service = ((MessengerContract) context.getRequiredTestInstance()).service();
    context.getStore(OURS).put(MessengerService.class, service);
    service.start();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    MessengerService service =
        context.getStore(OURS).remove(MessengerService.class, MessengerService.class);
    if (service != null) {
      service.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Talk.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Talk talk =
        new Talk(
            requireNonNull(
                context.getStore(OURS).get(MessengerService.class, MessengerService.class)));
    context.getStore(OURS).put(Talk.class, talk);
    return talk;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Talk talk = context.getStore(OURS).remove(Talk.class, Talk.class);
    if (talk != null) {
      talk.close();
    }
  }
}
