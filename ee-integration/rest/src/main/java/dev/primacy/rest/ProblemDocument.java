package dev.primacy.rest;

import dev.primacy.NodeId;
import dev.primacy.Refusal;
import dev.primacy.RefusalReason;
import dev.primacy.core.settings.Settings;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Writes refusals as problem documents (RFC 9457). They may be seen by anybody, so by default they
 * hold nothing that tells one machine from another: no host name, no address, no class.
 */
final class ProblemDocument {
  private static final int USUAL_SIZE = 512;
  private static final String TYPE = "urn:primacy:problem:";

  private final JsonGeneratorFactory json = Json.createGeneratorFactory(Map.of());
  private final Disclosure disclosure;

  ProblemDocument(Disclosure disclosure) {
    this.disclosure = disclosure;
  }

  /**
   * What a refusal may tell.
   *
   * @param nodeName whether this node's name is a person's choice; if it was made up from the
   *     host's name, the incarnation stands for it
   * @param primary whether the primary is named
   */
  record Disclosure(boolean nodeName, boolean primary) {
    static final Disclosure NOTHING = new Disclosure(false, false);

    static Disclosure of(Settings settings) {
      boolean primary = settings.values().flag("primacy.guard.expose-primary");
      boolean named = settings.values().configured("primacy.node.name").isPresent();
      return new Disclosure(primary || named, primary);
    }
  }

  /** A call was not let in, and is answered with this status. */
  ProblemTemplate refused(Refusal refusal, int status) {
    String detail = ProblemText.refused(refusal.reason(), refusal.group());
    return write(refusal, refusal.reason(), status, detail);
  }

  /** A call was let in, and may have outlived the role. */
  ProblemTemplate unknownOutcome(Refusal refusal) {
    String detail = ProblemText.unknownOutcome(refusal.group());
    int status = Status.SERVICE_UNAVAILABLE.getStatusCode();
    return write(refusal, RefusalReason.LEASE_EXPIRED, status, detail);
  }

  private ProblemTemplate write(Refusal refusal, RefusalReason reason, int status, String detail) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject()
          .write("type", TYPE + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .write("title", ProblemText.title(reason))
          .write("status", status)
          .write("detail", detail)
          .write(ProblemTemplate.PATH, "");
      facts(refusal, out);
      out.write("reason", reason.name());
      out.write("retryAfterMs", Math.max(1, refusal.retryAfter().toMillis()));
      if (disclosure.primary()) {
        refusal.primary().map(NodeId::name).ifPresent(name -> out.write("primary", name));
      }
      out.writeEnd();
    }
    return ProblemTemplate.of(bytes.toString(StandardCharsets.UTF_8));
  }

  private void facts(Refusal refusal, JsonGenerator out) {
    out.write("group", refusal.group());
    out.write("node", nameOf(refusal.node()));
    out.write("role", refusal.role().name());
    if (refusal.term().isPresent()) {
      out.write("term", refusal.term().getAsLong());
    } else {
      out.writeNull("term");
    }
  }

  private String nameOf(NodeId node) {
    return disclosure.nodeName() ? node.name() : node.incarnation().toString().substring(0, 8);
  }
}
