package dev.primacy.demo;

import dev.primacy.FencingToken;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Where writes go: the resource that the primary role protects. */
@FunctionalInterface
interface WriteTarget {

  /**
   * Writes once; never tries again.
   *
   * @param id the caller's name for the write, text or a number
   * @param node this node's name
   * @param token the token held; empty when standalone
   * @return what came of it
   */
  WriteOutcome write(JsonValue id, String node, Optional<FencingToken> token);
}
