package dev.primacy.engine.tck;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a {@link dev.primacy.spi.Messenger} promises, each promise a test. Extend it in the tests of
 * a messenger, once for each way it can be run.
 *
 * @since 0.1
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(MessengerExtension.class)
public abstract class MessengerContract
    implements BroadcastRules, QueueRules, ListenerRules, MessengerLifeRules {

  /** For the classes of messengers. */
  protected MessengerContract() {}

  /**
   * Makes the service of this class; the suite starts it, and closes it after the last test.
   *
   * @return the service, not started
   * @throws Exception if that failed, which fails the tests
   */
  protected abstract MessengerService service() throws Exception;
}
