package dev.primacy.admin;

import java.util.Locale;
import java.util.Optional;

/** What a client would rather have: JSON, unless it says that it prefers a page. */
final class Accepted {
  private static final String HTML = "text/html";

  private Accepted() {}

  static boolean prefersHtml(Optional<String> accept) {
    String header = accept.orElse("*/*").toLowerCase(Locale.ROOT);
    return quality(header, HTML) > quality(header, Answer.JSON);
  }

  /** By the most specific range that fits, as HTTP has it. */
  private static double quality(String header, String type) {
    String any = type.substring(0, type.indexOf('/')) + "/*";
    double found = 0;
    int specificity = -1;
    for (String range : header.split(",", -1)) {
      String[] parts = range.split(";", -1);
      String name = parts[0].strip();
      int fits = name.equals(type) ? 2 : name.equals(any) ? 1 : name.equals("*/*") ? 0 : -1;
      if (fits > specificity) {
        specificity = fits;
        found = weight(parts);
      }
    }
    return found;
  }

  private static double weight(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.matches("q=(0(\\.\\d{1,3})?|1(\\.0{1,3})?)")) {
        return Double.parseDouble(parameter.substring(2));
      }
    }
    return 1;
  }
}
