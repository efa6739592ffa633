package dev.primacy.benchmarks.compare.safety;

import dev.primacy.benchmarks.compare.node.Operation;
import dev.primacy.benchmarks.compare.node.OperationLog;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that one process did as a leader.
 *
 * @param process its name, which no other one has
 * @param operations in the order of their asking
 * @param spans when it did
 * @param beginnings of its tenures: when the first yes of each had been given
 */
record Journal(
    String process, List<Operation> operations, List<Span> spans, Map<Long, Long> beginnings) {

  static Journal of(String process, List<Operation> unordered) {
    List<Operation> operations =
        unordered.stream().sorted(Comparator.comparingLong(Operation::asked)).toList();
    Map<Long, Long> beginnings = new LinkedHashMap<>();
    operations.forEach(one -> beginnings.putIfAbsent(one.tenure(), one.admitted()));
    return new Journal(process, operations, Span.of(operations), beginnings);
  }

  /** What each process left behind in a directory. */
  static List<Journal> readAll(Path directory) throws IOException {
    List<Journal> all = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, Files::isRegularFile)) {
      for (Path file : files) {
        all.add(of(file.getFileName().toString(), OperationLog.read(file)));
      }
    }
    return all;
  }

  boolean isActive(long time) {
    return spans.stream().anyMatch(span -> span.covers(time));
  }

  /** When the tenure of one of its operations began. */
  long beginningOf(Operation operation) {
    Long beginning = beginnings.get(operation.tenure());
    return beginning == null ? operation.admitted() : beginning;
  }
}
