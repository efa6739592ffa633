package dev.primacy.demo.node;

import dev.primacy.demo.DemoMessages;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words of the command line, taken apart but not yet understood. */
final class CommandLine {
  private static final Pattern SETTING = Pattern.compile("([A-Za-z][A-Za-z0-9._-]*)=(.*)");

  private final EnumMap<Flag, String> values = new EnumMap<>(Flag.class);
  private final Map<String, String> settings = new LinkedHashMap<>();

  private CommandLine() {}

  /** Takes the words apart; strict: nothing unknown, nothing twice, no value left out. */
  static CommandLine parse(List<String> words) {
    CommandLine line = new CommandLine();
    int next = 0;
    while (next < words.size()) {
      String word = words.get(next++);
      Flag flag =
          Flag.of(word).orElseThrow(() -> new UsageException(DemoMessages.TEXT.flagUnknown(word)));
      line.add(flag, flag.takesValue() && next < words.size() ? words.get(next++) : "");
    }
    return line;
  }

  private void add(Flag flag, String value) {
    if (flag.takesValue() && (value.isBlank() || value.startsWith("--"))) {
      throw new UsageException(DemoMessages.TEXT.valueMissing(flag.text(), flag.value()));
    }
    if (flag == Flag.SET) {
      addSetting(value);
    } else if (values.putIfAbsent(flag, value) != null) {
      throw new UsageException(DemoMessages.TEXT.flagTwice(flag.text()));
    }
  }

  private void addSetting(String text) {
    var setting = SETTING.matcher(text);
    if (!setting.matches()) {
      throw new UsageException(DemoMessages.TEXT.valueBad("--set", text, "key=value"));
    }
    if (settings.putIfAbsent(setting.group(1), setting.group(2)) != null) {
      throw new UsageException(DemoMessages.TEXT.settingTwice(setting.group(1)));
    }
  }

  boolean has(Flag flag) {
    return values.containsKey(flag);
  }

  Optional<String> value(Flag flag) {
    return Optional.ofNullable(values.get(flag));
  }

  String required(Flag flag) {
    return value(flag)
        .orElseThrow(
            () ->
                new UsageException(DemoMessages.TEXT.flagMissing(flag.text(), flag.description())));
  }

  Map<String, String> settings() {
    return settings;
  }
}
