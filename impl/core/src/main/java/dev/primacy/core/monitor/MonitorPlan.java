package dev.primacy.core.monitor;

import dev.primacy.watch.CallbackType;
import dev.primacy.watch.MonitorEnd;
import dev.primacy.watch.MonitorError;
import dev.primacy.watch.MonitorOptions;
import dev.primacy.watch.PayloadDecoder;
import dev.primacy.watch.RawRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What a monitor was built to do.
 *
 * @param group the group
 * @param decoder makes the application's picture of a node
 * @param raw get records of nodes that joined
 * @param decoded get their pictures
 * @param left get how many left
 * @param updated get how many describe themselves differently
 * @param altered get what changed of the group
 * @param dropped get the name of the group that is gone
 * @param errors get what went wrong, by kind
 * @param stopped get why it ended
 * @param options how it watches
 * @param <T> the picture of a node
 */
record MonitorPlan<T>(
    String group,
    PayloadDecoder<T> decoder,
    List<Consumer<? super RawRecord>> raw,
    List<Consumer<? super T>> decoded,
    List<Consumer<? super Integer>> left,
    List<Consumer<? super Integer>> updated,
    List<Consumer<? super String>> altered,
    List<Consumer<? super String>> dropped,
    Map<CallbackType, List<Consumer<? super MonitorError>>> errors,
    List<BiConsumer<MonitorEnd, String>> stopped,
    MonitorOptions options) {

  MonitorPlan {
    raw = List.copyOf(raw);
    decoded = List.copyOf(decoded);
    left = List.copyOf(left);
    updated = List.copyOf(updated);
    altered = List.copyOf(altered);
    dropped = List.copyOf(dropped);
    Map<CallbackType, List<Consumer<? super MonitorError>>> copied =
        new EnumMap<>(CallbackType.class);
    errors.forEach((kind, callbacks) -> copied.put(kind, List.copyOf(callbacks)));
    errors = copied;
    stopped = List.copyOf(stopped);
  }
}
