package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a group's record as an ETag: quoted, and escaped where a header needs it. */
final class Versions {
  private static final Pattern STRONG = Pattern.compile("\"([\\x21\\x23-\\x7e]{1,512})\"");
  private static final Pattern WEAK = Pattern.compile("W/\".*\"");

  private final boolean needed;

  /**
   * Makes the reader.
   *
   * @param needed whether a command without a version is refused
   */
  Versions(boolean needed) {
    this.needed = needed;
  }

  static String tag(String version) {
    return '"' + URLEncoder.encode(version, UTF_8) + '"';
  }

  /**
   * Which version a command is meant for.
   *
   * @param request the request
   * @param kept whether there are versions of the group at all
   * @return empty if it may be meant for any
   * @throws Problem 428 if it has to say and does not, 412 for a weak one, which never matches, 400
   *     if it is no ETag
   */
  Optional<String> expected(Request request, boolean kept) {
    Optional<String> header = request.header("if-match").map(String::strip);
    if (header.isEmpty() || header.get().equals("*")) {
      // a star would be 'whatever it is by now', which is what a replay wants
      if (needed && kept) {
        throw Problem.of(428, TEXT.versionNeeded());
      }
      return Optional.empty();
    }
    Matcher strong = STRONG.matcher(header.get());
    if (!strong.matches()) {
      throw WEAK.matcher(header.get()).matches()
          ? Problem.of(412, TEXT.versionNeeded())
          : Problem.badRequest(TEXT.badVersion());
    }
    return Optional.of(decoded(strong.group(1)));
  }

  private static String decoded(String tag) {
    try {
      return URLDecoder.decode(tag, UTF_8);
    } catch (IllegalArgumentException broken) {
      throw Problem.badRequest(TEXT.badVersion());
    }
  }
}
