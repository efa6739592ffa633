package dev.primacy.benchmarks.groups;

import dev.primacy.engine.tck.DelegatingEngine;
import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** An engine whose requests are counted, and whose node can be cut off from it. */
final class CountedEngine extends DelegatingEngine {

  /** What is asked of a store. */
  enum Asked {
    WRITE,
    READ,
    LIST,
    /** A write with a list. */
    RENEWAL
  }

  private final Map<Asked, LongAdder> counts = new ConcurrentHashMap<>();
  private volatile boolean cut;

  CountedEngine(Engine engine) {
    super(engine);
  }

  void count(Asked what) {
    counts.computeIfAbsent(what, first -> new LongAdder()).increment();
  }

  long asked(Asked what) {
    LongAdder counted = counts.get(what);
    return counted == null ? 0 : counted.sum();
  }

  /** From now on nothing arrives any more, in either direction: as if the node had crashed. */
  void cut() {
    cut = true;
  }

  boolean isCut() {
    return cut;
  }

  @Override
  public RecordStore open(EngineContext context) throws StoreException {
    return new CountedStore(this, super.open(context));
  }
}
