package io.jenkins.plugins.aiimage.lint.shell;

/**
 * Where a command reads from or writes to.
 *
 * @param operator with the number of a file descriptor, if there is one
 * @param start offset of the operator in the script
 */
public record Redirection(String operator, Word target, int start) {}
