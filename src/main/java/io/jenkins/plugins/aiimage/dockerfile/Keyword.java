package io.jenkins.plugins.aiimage.dockerfile;

import java.util.Optional;

/** The instructions a Dockerfile may contain. */
public enum Keyword {
  ADD,
  ARG,
  CMD,
  COPY,
  ENTRYPOINT,
  ENV,
  EXPOSE,
  FROM,
  HEALTHCHECK,
  LABEL,
  MAINTAINER,
  ONBUILD,
  RUN,
  SHELL,
  STOPSIGNAL,
  USER,
  VOLUME,
  WORKDIR;

  /** The keyword written as {@code word} in any case. */
  static Optional<Keyword> of(String word) {
    for (Keyword keyword : values()) {
      if (keyword.name().equalsIgnoreCase(word)) {
        return Optional.of(keyword);
      }
    }
    return Optional.empty();
  }

  boolean takesHeredocs() {
    return this == ADD || this == COPY || this == RUN;
  }

  boolean takesExecForm() {
    return switch (this) {
      case ADD, CMD, COPY, ENTRYPOINT, HEALTHCHECK, RUN, SHELL, VOLUME -> true;
      default -> false;
    };
  }
}
