package dev.primacy.engine.tck;

import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One way for a store to be wrong, on top of one that is right. */
enum Fault {
  COMPARES_BEFORE_IT_SETS(
      store ->
          new DelegatingStore(store) {
            @Override
            public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
              try {
                if (!Records.version(store, key).equals(expected)) {
                  return new PutOutcome.Conflict();
                }
                PutOutcome outcome = new PutOutcome.Conflict();
                while (outcome instanceof PutOutcome.Conflict) {
                  Waiting.aMoment();
                  outcome = store.put(key, Records.version(store, key), value);
                }
                return outcome;
              } catch (StoreException | InterruptedException e) {
                Thread.currentThread().interrupt();
                return new PutOutcome.Unknown(e);
              }
            }
          }),

  OVERWRITES_WHATEVER_IS_THERE(
      store ->
          new DelegatingStore(store) {
            @Override
            public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
              PutOutcome outcome = store.put(key, expected, value);
              try {
                while (outcome instanceof PutOutcome.Conflict) {
                  outcome = store.put(key, Records.version(store, key), value);
                }
              } catch (StoreException | InterruptedException e) {
                Thread.currentThread().interrupt();
                outcome = new PutOutcome.Unknown(e);
              }
              return outcome;
            }
          }),

  KEEPS_EACH_NODES_RECORDS_APART(store -> store),

  READS_FROM_A_CACHE(
      store ->
          new DelegatingStore(store) {
            private final Map<RecordKey, Optional<StoredRecord>> seen = new ConcurrentHashMap<>();
            private int reads;

            @Override
            public synchronized Optional<StoredRecord> read(RecordKey key)
                throws StoreException, InterruptedException {
              if (++reads % 5 == 0 && seen.containsKey(key)) {
                return seen.get(key);
              }
              Optional<StoredRecord> found = store.read(key);
              if (reads % 5 == 1) {
                seen.put(key, found);
              }
              return found;
            }
          }),

  TELLS_CONFLICT_FOR_WHAT_IT_WROTE(
      store ->
          new DelegatingStore(store) {
            private int writes;

            @Override
            public synchronized PutOutcome put(
                RecordKey key, RecordVersion expected, byte[] value) {
              PutOutcome outcome = store.put(key, expected, value);
              return ++writes % 20 == 0 ? new PutOutcome.Conflict() : outcome;
            }
          }),

  COUNTS_VERSIONS_FOR_EACH_RECORD(Fault::counting),

  LISTS_SOMETIMES_WITHOUT_THE_LAST(
      store ->
          new DelegatingStore(store) {
            private int lists;

            @Override
            public synchronized List<StoredRecord> list()
                throws StoreException, InterruptedException {
              List<StoredRecord> all = store.list();
              return ++lists % 7 == 0 && all.size() > 1 ? all.subList(1, all.size()) : all;
            }
          }),

  FOLDS_NAMES_TO_LOWER_CASE(
      store ->
          new DelegatingStore(store) {
            private RecordKey fold(RecordKey key) {
              return new RecordKey(key.kind(), key.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public Optional<StoredRecord> read(RecordKey key)
                throws StoreException, InterruptedException {
              return store.read(fold(key));
            }

            @Override
            public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
              return store.put(fold(key), expected, value);
            }
          }),

  TAKES_EMPTY_FOR_ABSENT(
      store ->
          new DelegatingStore(store) {
            @Override
            public Optional<StoredRecord> read(RecordKey key)
                throws StoreException, InterruptedException {
              return store.read(key).filter(found -> found.value().length > 0);
            }
          }),

  CUTS_LARGE_VALUES(
      store ->
          new DelegatingStore(store) {
            @Override
            public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
              byte[] kept = Arrays.copyOf(value, Math.min(value.length, 32_768));
              return store.put(key, expected, kept);
            }
          }),

  FORGETS_HINTS(
      store ->
          new DelegatingStore(store) {
            private int hints;

            @Override
            public boolean watch(Consumer<RecordKey> hint) {
              return store.watch(
                  key -> {
                    if (++hints % 3 > 0) {
                      hint.accept(key);
                    }
                  });
            }
          }),

  HINTS_AFTER_CLOSE(
      store ->
          new DelegatingStore(store) {
            @Override
            public void close() {
              // and nothing ends
            }
          }),

  LEAVES_A_THREAD(
      store -> {
        CountDownLatch never = new CountDownLatch(1);
        Thread thread =
            new Thread(
                () -> {
                  try {
                    never.await();
                  } catch (InterruptedException end) {
                    Thread.currentThread().interrupt();
                  }
                },
                "left behind");
        thread.setDaemon(true);
        thread.start();
        return store;
      }),

  KEEPS_HOLDERS(
      store ->
          new DelegatingStore(store) {
            @Override
            public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
              return isRelease(key, value)
                  ? new PutOutcome.Stored(expected)
                  : super.put(key, expected, value);
            }
          }),

  LISTS_BEFORE_IT_WRITES(
      store ->
          new DelegatingStore(store) {
            @Override
            public List<StoredRecord> putAndList(
                RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> written)
                throws StoreException, InterruptedException {
              List<StoredRecord> before = store.list();
              written.accept(store.put(key, expected, value));
              return before;
            }
          }),

  LISTS_WHAT_IT_WROTE_AND_WHAT_WAS(
      store ->
          new DelegatingStore(store) {
            private List<StoredRecord> before = List.of();

            @Override
            public List<StoredRecord> putAndList(
                RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> written)
                throws StoreException, InterruptedException {
              List<StoredRecord> now = super.putAndList(key, expected, value, written);
              List<StoredRecord> shown = new ArrayList<>(before);
              shown.removeIf(record -> record.key().equals(key));
              now.stream().filter(record -> record.key().equals(key)).forEach(shown::add);
              before = now;
              return shown;
            }
          }),

  LISTS_NOTHING_AFTER_A_CONFLICT(
      store ->
          new DelegatingStore(store) {
            @Override
            public List<StoredRecord> putAndList(
                RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> written)
                throws StoreException, InterruptedException {
              PutOutcome outcome = store.put(key, expected, value);
              written.accept(outcome);
              if (outcome instanceof PutOutcome.Conflict) {
                throw new StoreException("another version");
              }
              return store.list();
            }
          }),

  TAKES_A_LIST_FOR_A_WRITE(
      store ->
          new DelegatingStore(store) {
            @Override
            public List<StoredRecord> putAndList(
                RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> written)
                throws StoreException, InterruptedException {
              store.put(key, expected, value);
              List<StoredRecord> found = store.list();
              written.accept(new PutOutcome.Stored(Records.version(store, key)));
              return found;
            }
          }),

  TELLS_NOTHING_OF_A_WRITE_WITHOUT_A_LIST(
      store ->
          new DelegatingStore(store) {
            @Override
            public List<StoredRecord> putAndList(
                RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> written)
                throws StoreException, InterruptedException {
              PutOutcome outcome = store.put(key, expected, value);
              List<StoredRecord> found = store.list();
              written.accept(outcome);
              return found;
            }
          }),

  SHOWS_WHO_CONNECTS(
      store ->
          new DelegatingStore(store) {
            @Override
            public Optional<String> endpoint() {
              return Optional.of("app:secret@127.0.0.1:5432");
            }
          }),

  ASKS_WHERE_IT_IS_REACHED(
      store ->
          new DelegatingStore(store) {
            @Override
            public Optional<String> endpoint() {
              try {
                return Optional.of("a-store-of-" + store.list().size());
              } catch (StoreException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            }
          }),

  SWALLOWS_INTERRUPTS(
      store ->
          new DelegatingStore(store) {
            @Override
            public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
              boolean unused = Thread.interrupted();
              return store.put(key, expected, value);
            }

            @Override
            public List<StoredRecord> putAndList(
                RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> written)
                throws StoreException, InterruptedException {
              boolean unused = Thread.interrupted();
              return store.putAndList(key, expected, value, written);
            }
          });

  @SuppressWarnings("ImmutableEnumChecker") // what it makes has state, it has none
  private final UnaryOperator<RecordStore> planting;

  Fault(UnaryOperator<RecordStore> planting) {
    this.planting = planting;
  }

  RecordStore in(RecordStore store) {
    return planting.apply(store);
  }

  private static boolean isRelease(RecordKey key, byte[] value) {
    try {
      GroupRecord group = RecordCodec.decodeGroup(value);
      return key.kind() == RecordKind.GROUP && group.term() > 0 && group.holder().isEmpty();
    } catch (RecordFormatException noGroup) {
      return false;
    }
  }

  /** The number of writes since the record was created, as a row with a version column has it. */
  private static RecordStore counting(RecordStore store) {
    return new DelegatingStore(store) {
      @Override
      public Optional<StoredRecord> read(RecordKey key)
          throws StoreException, InterruptedException {
        return store.read(key).map(this::shown);
      }

      @Override
      public List<StoredRecord> list() throws StoreException, InterruptedException {
        List<StoredRecord> all = new ArrayList<>();
        store.list().forEach(found -> all.add(shown(found)));
        return all;
      }

      private StoredRecord shown(StoredRecord found) {
        byte[] value = found.value();
        byte[] content = Arrays.copyOf(value, value.length - 1);
        return new StoredRecord(found.key(), count(value), content);
      }

      private RecordVersion count(byte[] value) {
        return new RecordVersion(Integer.toString(value[value.length - 1]));
      }

      private RecordVersion known(RecordKey key, RecordVersion expected) throws Exception {
        return store
            .read(key)
            .filter(found -> count(found.value()).equals(expected))
            .map(StoredRecord::version)
            .orElse(expected);
      }

      @Override
      public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
        try {
          int next =
              expected.value().matches("[0-9]+") ? Integer.parseInt(expected.value()) + 1 : 1;
          byte[] counted = Arrays.copyOf(value, value.length + 1);
          counted[value.length] = (byte) next;
          PutOutcome outcome = store.put(key, known(key, expected), counted);
          return outcome instanceof PutOutcome.Stored
              ? new PutOutcome.Stored(new RecordVersion(Integer.toString(next)))
              : outcome;
        } catch (Exception e) {
          return new PutOutcome.Unknown(e);
        }
      }

      @Override
      public List<StoredRecord> putAndList(
          RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> written)
          throws StoreException, InterruptedException {
        written.accept(put(key, expected, value));
        return list();
      }

      @Override
      public PutOutcome remove(RecordKey key, RecordVersion expected) {
        try {
          return store.remove(key, known(key, expected));
        } catch (Exception e) {
          return new PutOutcome.Unknown(e);
        }
      }
    };
  }
}
