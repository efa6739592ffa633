package dev.primacy.messenger.jgroups;

import dev.primacy.engine.tck.MessengerContract;
import dev.primacy.engine.tck.MessengerService;
import java.util.Optional;

class SealedMessengerTest extends MessengerContract {
  @Override
  protected MessengerService service() {
    return new JGroupsService(Optional.of(JGroupsService.SECRET));
  }
}
