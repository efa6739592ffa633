package dev.primacy.relay;

import static dev.primacy.relay.RelayMessages.LOG;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.core.settings.SettingValues;
import java.util.Optional;

/**
 * On what terms others may follow.
 *
 * @param always whether also while this node is no relay
 * @param token what they present
 * @param insecure whether over plain http from other machines
 * @param followers how many at a time
 * @param rate how many requests a second each
 */
record RelayTerms(boolean always, String token, boolean insecure, int followers, int rate) {
  static final int LEAST_TOKEN = 32;

  /** Of the settings; empty if nobody may follow. */
  static Optional<RelayTerms> of(SettingValues values) {
    String serve = values.text("primacy.relay.serve").orElse("false");
    if (serve.equals("false")) {
      return Optional.empty();
    }
    String token = values.text("primacy.relay.serve-token").orElse("");
    int length = token.getBytes(UTF_8).length;
    if (length < LEAST_TOKEN) {
      throw new IllegalStateException(LOG.shortToken(serve, length, LEAST_TOKEN));
    }
    return Optional.of(
        new RelayTerms(
            serve.equals("always"),
            token,
            values.flag("primacy.relay.serve-insecure"),
            values.integer("primacy.relay.followers"),
            values.integer("primacy.relay.rate")));
  }

  @Override
  public String toString() {
    return "RelayTerms[" + followers + " followers, " + rate + "/s]";
  }
}
