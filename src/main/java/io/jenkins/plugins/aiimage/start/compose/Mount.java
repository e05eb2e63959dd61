package io.jenkins.plugins.aiimage.start.compose;

/**
 * What a container finds in a folder of its own.
 *
 * @param kind whether it is a volume with or without a name, or a file or folder of the project
 * @param source name of the volume, or absolute path; empty for a volume without a name
 */
public record Mount(Kind kind, String source, String target, boolean readOnly) {
  /** Where it comes from. */
  public enum Kind {
    NAMED,
    ANONYMOUS,
    BIND
  }
}
