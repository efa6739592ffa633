package dev.primacy.demo.node;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.primacy.demo.DemoMessages;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The node's own directory, held by a lock for as long as the process lives. */
final class NodeHome {
  private final FileChannel channel;

  private NodeHome(FileChannel channel) {
    this.channel = channel;
  }

  /** Makes the directory and locks it, or says why not. */
  static NodeHome claim(NodeOptions options) {
    Path home = options.home();
    try {
      Files.createDirectories(home);
      FileChannel channel = FileChannel.open(home.resolve("node.lock"), CREATE, WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw new UsageException(DemoMessages.TEXT.nodeRunsAlready(options.name(), home));
      }
      return new NodeHome(channel);
    } catch (IOException e) {
      throw new UsageException(DemoMessages.TEXT.dataUnwritable(home, e.toString()));
    }
  }

  /** Whether the lock still stands; it does until the process ends. */
  boolean isHeld() {
    return channel.isOpen();
  }
}
