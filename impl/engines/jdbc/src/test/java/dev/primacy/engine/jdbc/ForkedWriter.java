package dev.primacy.engine.jdbc;

import dev.primacy.engine.tck.Disk;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** A {@link CountingWriter} in a process of its own, to be killed. */
final class ForkedWriter implements AutoCloseable {

  private final Process process;
  private final BufferedReader lines;
  private int lastStored;

  ForkedWriter(String url) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CountingWriter.class.getName(),
                url)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    lines = process.inputReader();
  }

  /** Reads on until so many more numbers were confirmed. */
  void awaitStored(int count) throws IOException {
    for (int left = count; left > 0; ) {
      left -= next() ? 1 : 0;
    }
  }

  /** Reads on until so many more numbers were not. */
  void awaitNotStored(int count) throws IOException {
    for (int left = count; left > 0; ) {
      left -= next() ? 0 : 1;
    }
  }

  private boolean next() throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new IOException("the writer ended by itself");
    }
    String[] words = line.split(" ");
    boolean stored = words[0].equals("Stored");
    if (stored) {
      lastStored = Integer.parseInt(words[1]);
    }
    return stored;
  }

  /** The last number that was confirmed, of all that it said until it was killed. */
  int kill() throws IOException, InterruptedException {
    // which leaves what it said to be read, as its own destroyForcibly would not
    boolean unused = process.toHandle().destroyForcibly();
    process.waitFor();
    String line = lines.readLine();
    while (line != null && line.matches("[A-Z][a-z]+ [0-9]+")) {
      if (line.startsWith("Stored ")) {
        lastStored = Integer.parseInt(line.substring("Stored ".length()));
      }
      line = lines.readLine();
    }
    return lastStored;
  }

  void fillDisk() throws IOException, InterruptedException {
    Disk.fill(process.pid());
  }

  void freeDisk() throws IOException, InterruptedException {
    Disk.free(process.pid());
  }

  @Override
  public void close() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
