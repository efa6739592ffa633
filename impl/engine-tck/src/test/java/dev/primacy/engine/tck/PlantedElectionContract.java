package dev.primacy.engine.tck;

/** Run by {@link PlantedFaultsTest} only: it fails, as it must. */
class PlantedElectionContract extends ElectionContract {
  @Override
  protected StoreService service() {
    return PlantedEngine.service();
  }
}
