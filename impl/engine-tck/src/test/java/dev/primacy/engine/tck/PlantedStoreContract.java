package dev.primacy.engine.tck;

/** Run by {@link PlantedFaultsTest} only: it fails, as it must. */
class PlantedStoreContract extends RecordStoreContract {
  @Override
  protected StoreService service() {
    return PlantedEngine.service();
  }
}
