package io.jenkins.plugins.aiimage.dockerfile;

/** Syntax of Dockerfiles that BuildKit brought and that not every builder knows. */
public enum Feature {
  RUN_MOUNT("RUN --mount", "mount"),
  RUN_NETWORK("RUN --network", "network"),
  RUN_SECURITY("RUN --security", "security"),
  HEREDOC("a heredoc (<<)", ""),
  CHMOD("--chmod", "chmod"),
  LINK("--link", "link"),
  EXCLUDE("--exclude", "exclude"),
  PARENTS("COPY --parents", "parents"),
  CHECKSUM("ADD --checksum", "checksum"),
  KEEP_GIT_DIR("ADD --keep-git-dir", "keep-git-dir");

  private final String words;
  private final String flag;

  Feature(String words, String flag) {
    this.words = words;
    this.flag = flag;
  }

  /** As a person reads it. */
  public String words() {
    return words;
  }

  boolean isIn(Instruction instruction) {
    return this == HEREDOC
        ? !instruction.heredocs().isEmpty()
        : belongsTo(instruction.keyword())
            && instruction.flags().stream().anyMatch(each -> each.name().equals(flag));
  }

  private boolean belongsTo(Keyword keyword) {
    return switch (this) {
      case RUN_MOUNT, RUN_NETWORK, RUN_SECURITY -> keyword == Keyword.RUN;
      default -> keyword == Keyword.COPY || keyword == Keyword.ADD;
    };
  }
}
