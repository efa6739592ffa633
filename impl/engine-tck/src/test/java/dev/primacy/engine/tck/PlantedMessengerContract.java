package dev.primacy.engine.tck;

import dev.primacy.messaging.DeliveryPromise;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.Messenger;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.MessengerProvider;
import dev.primacy.spi.SettingDescription;
import java.util.List;

/** The contract on a memory's messenger that has a fault. */
class PlantedMessengerContract extends MessengerContract {
  /** Chosen by the test that runs this class, on the thread that runs it. */
  static final ThreadLocal<MessengerFault> PLANTED = new ThreadLocal<>();

  @Override
  protected MessengerService service() {
    MessengerFault fault = PLANTED.get();
    MessengerService sound = new MemoryMessengerTest().service();
    return new MessengerService() {
      @Override
      public MessengerProvider provider() {
        return new Faulty(sound.provider(), fault);
      }

      @Override
      public Surroundings surroundings(String cluster, String node) throws Exception {
        return sound.surroundings(cluster, node);
      }
    };
  }

  private record Faulty(MessengerProvider sound, MessengerFault fault)
      implements MessengerProvider {
    @Override
    public String name() {
      return sound.name();
    }

    @Override
    public List<SettingDescription> settings() {
      return sound.settings();
    }

    @Override
    public DeliveryPromise promise() {
      return sound.promise();
    }

    @Override
    public Messenger open(EngineContext context) throws MessengerException {
      return fault.in(sound.open(context));
    }
  }
}
