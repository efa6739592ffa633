package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** The answer to whoever waited long enough. */
final class UnderWay {
  private UnderWay() {}

  static Answer answer(Request request, String group) {
    String where = request.base() + "/group?name=" + URLEncoder.encode(group, UTF_8);
    return Answer.json(
            202, Json.object().add("group", group).add("detail", TEXT.underWay(where)).build())
        .with("Location", where);
  }
}
