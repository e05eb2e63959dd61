package io.jenkins.plugins.aiimage.lint.shell;

/**
 * A piece of a script that is no blank.
 *
 * @param text as written
 * @param start offset of its first character
 * @param end offset after its last character
 */
record Token(Kind kind, String text, int start, int end) {
  enum Kind {
    WORD,
    /** Ends or joins commands, or is a parenthesis. */
    OPERATOR,
    /** With the number of a file descriptor before it, if there is one. */
    REDIRECTION,
    /** From its number sign to the end of the line. */
    COMMENT
  }

  boolean is(Kind other, String written) {
    return kind == other && text.equals(written);
  }
}
