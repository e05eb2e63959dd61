package io.jenkins.plugins.aiimage.dockerfile;

import java.util.List;

/** A parsed Dockerfile. */
public final class Dockerfile {
  private final String text;
  private final char escape;
  private final boolean namesSyntax;
  private final int directivesEnd;
  private final List<Instruction> globalArguments;
  private final List<Stage> stages;
  private final List<Comment> comments;

  Dockerfile(
      String text,
      Directives directives,
      List<Instruction> globalArguments,
      List<Stage> stages,
      List<Comment> comments) {
    this.text = text;
    this.escape = directives.escape();
    this.namesSyntax = directives.nameSyntax();
    this.directivesEnd = directives.end();
    this.globalArguments = List.copyOf(globalArguments);
    this.stages = List.copyOf(stages);
    this.comments = List.copyOf(comments);
  }

  /**
   * Reads a Dockerfile by the rules of BuildKit's parser.
   *
   * @throws DockerfileException when Docker would refuse it
   */
  public static Dockerfile parse(String text) {
    return new DockerfileParser(text).parse();
  }

  /** The text it was parsed from, unchanged. */
  public String text() {
    return text;
  }

  /** Backslash, or backtick where a directive says so. */
  public char escape() {
    return escape;
  }

  /**
   * Whether a directive {@code # syntax=} names what reads the file, so that BuildKit's own age
   * does not matter.
   */
  public boolean namesSyntax() {
    return namesSyntax;
  }

  /** The ARGs before the first FROM. */
  public List<Instruction> globalArguments() {
    return globalArguments;
  }

  /** In file order; at least one. */
  public List<Stage> stages() {
    return stages;
  }

  /** Offset after the parser directives. */
  int directivesEnd() {
    return directivesEnd;
  }

  /** The comment lines between instructions, parser directives among them. */
  public List<Comment> comments() {
    return comments;
  }
}
