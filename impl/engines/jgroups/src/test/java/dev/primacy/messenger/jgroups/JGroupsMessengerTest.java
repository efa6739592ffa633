package dev.primacy.messenger.jgroups;

import dev.primacy.engine.tck.MessengerContract;
import dev.primacy.engine.tck.MessengerService;
import java.util.Optional;

class JGroupsMessengerTest extends MessengerContract {
  @Override
  protected MessengerService service() {
    return new JGroupsService(Optional.empty());
  }
}
