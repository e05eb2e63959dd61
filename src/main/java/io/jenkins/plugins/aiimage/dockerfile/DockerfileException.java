package io.jenkins.plugins.aiimage.dockerfile;

/** A Dockerfile that cannot be used; the message is one sentence for its author. */
public final class DockerfileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final String problem;

  /**
   * @param line 1-based line of the Dockerfile, 0 when the problem has no line
   * @param problem what is wrong and what to do
   */
  public DockerfileException(int line, String problem) {
    super(line > 0 ? "Dockerfile line " + line + ": " + problem : "Dockerfile: " + problem);
    this.line = line;
    this.problem = problem;
  }

  /** 1-based line of the Dockerfile, 0 when the problem has no line. */
  public int line() {
    return line;
  }

  /** The sentence without the line. */
  public String problem() {
    return problem;
  }
}
