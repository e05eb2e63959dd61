package io.jenkins.plugins.aiimage.dockerfile;

import java.util.Locale;
import java.util.Optional;

/** The fields of {@code RUN --mount} that say what it reads. */
record Mount(Optional<String> type, Optional<String> source, Optional<LogicalText> from) {
  static Mount parse(LogicalText text) {
    Mount mount = new Mount(Optional.empty(), Optional.empty(), Optional.empty());
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ',') {
        mount = mount.with(text.part(start, i));
        start = i + 1;
      }
    }
    return mount;
  }

  private Mount with(LogicalText field) {
    int equals = field.toString().indexOf('=');
    if (equals < 0 || equals + 1 == field.length()) {
      return this;
    }
    LogicalText value = field.from(equals + 1);
    return switch (field.part(0, equals).toString().toLowerCase(Locale.ROOT)) {
      case "type" -> new Mount(Optional.of(value.toString()), source, from);
      case "source", "src" -> new Mount(type, Optional.of(value.toString()), from);
      case "from" -> new Mount(type, source, Optional.of(value));
      default -> this;
    };
  }
}
