package dev.primacy.engine.tck;

/** Registers that are right, over TCP: what the wire does to them is no fault of theirs. */
class TcpRecordStoreTest extends RecordStoreContract {
  @Override
  protected StoreService service() {
    return new TcpService(TcpFault.NONE);
  }
}
