package dev.primacy.engine.relay;

import dev.primacy.spi.StoreException;
import java.nio.ByteBuffer;

/** Takes in what is answered to one request, on threads of the client. */
interface Answer extends Frames.Sink {

  /** A bound on lists: some hundred thousand records. */
  long LARGEST = 256L * 1024 * 1024;

  /** How many bytes the answer may have. */
  default long most() {
    return LARGEST;
  }

  /**
   * Certainly nothing was done of what was asked.
   *
   * @param elsewhere whether another relay may do it
   */
  void refused(StoreException reason, boolean elsewhere);

  /** Nothing more comes, and what came may not be all. */
  void broken(Throwable reason);

  @Override
  void frame(char type, ByteBuffer payload) throws Malformed;
}
