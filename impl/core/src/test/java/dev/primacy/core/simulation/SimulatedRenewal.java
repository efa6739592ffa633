package dev.primacy.core.simulation;

import dev.primacy.core.elector.Input;
import dev.primacy.core.elector.Request;
import dev.primacy.core.simulation.Variation.Flaw;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * A write that brings a list, on its way: as two requests one after the other, or as one that is
 * answered at once. Then the list may have been read before the write happened, as in a single
 * statement; the store may refuse the write and list all the same, or write and not list.
 */
final class SimulatedRenewal {

  private final Simulation world;
  private final SimulatedNetwork network;
  private final SimulatedNode from;
  private final int life;
  private final long number;
  private final Request.Put put;
  private final boolean inOne;
  private boolean written;
  private boolean listed;

  SimulatedRenewal(
      Simulation world,
      SimulatedNetwork network,
      SimulatedNode from,
      int life,
      long number,
      Request.Put put) {
    this.world = world;
    this.network = network;
    this.from = from;
    this.life = life;
    this.number = number;
    this.put = put;
    inOne = world.chance(0.6);
  }

  void send() {
    world.time().in(patience(), this::giveUp);
    network.carry(from, put, inOne ? this::arriveInOne : this::arriveFirst);
  }

  private long patience() {
    return from.timing().requestTimeout().toNanos();
  }

  private void giveUp() {
    PutOutcome unknown = new PutOutcome.Unknown(new TimeoutException("no answer"));
    if (tell(new Input.Written(number, unknown))) {
      tellList(new Input.NotFoundOut(number + 1));
    }
  }

  // ---- two requests

  private void arriveFirst() {
    network.answer(from, put, network.apply(number, put), this::hearOfTheWrite);
  }

  private void hearOfTheWrite(Input answer) {
    if (tell(answer)) {
      listed = true;
      network.send(from, life, number + 1, new Request.List());
    }
  }

  // ---- one request

  private void arriveInOne() {
    if (!world.calm() && world.chance(0.02)) {
      answer(new PutOutcome.Refused(new IllegalStateException("full")), network.store().all());
    } else if (world.chance(0.5)) {
      List<StoredRecord> before = network.store().all();
      world.time().in(network.delay(), () -> answer(write(), before));
    } else {
      PutOutcome outcome = write();
      network.list(found -> answer(outcome, found));
    }
  }

  private PutOutcome write() {
    PutOutcome outcome = ((Input.Written) network.apply(number, put)).outcome();
    return world.variation().has(Flaw.TAKES_A_LIST_FOR_A_RENEWAL)
        ? new PutOutcome.Stored(network.store().versionOf(put.key()))
        : outcome;
  }

  private void answer(PutOutcome outcome, List<StoredRecord> found) {
    List<StoredRecord> shown = new ArrayList<>(network.shown(from, found));
    if (outcome instanceof PutOutcome.Stored stored) {
      shown.removeIf(record -> record.key().equals(put.key()));
      shown.add(new StoredRecord(put.key(), stored.version(), put.value()));
    }
    boolean lists = network.mayRead(from) && !world.chance(world.calm() ? 0 : 0.05);
    network.answer(
        from,
        put,
        new Input.Written(number, outcome),
        answer -> {
          if (tell(answer)) {
            tellList(
                lists ? new Input.Found(number + 1, shown) : new Input.NotFoundOut(number + 1));
          }
        });
  }

  // ---- the node

  private boolean tell(Input answer) {
    boolean first = !written;
    written = true;
    if (first) {
      from.answer(life, answer);
    }
    return first;
  }

  private void tellList(Input answer) {
    if (!listed) {
      listed = true;
      from.answer(life, answer);
    }
  }
}
