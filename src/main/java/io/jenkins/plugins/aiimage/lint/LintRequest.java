package io.jenkins.plugins.aiimage.lint;

import io.jenkins.plugins.aiimage.report.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that a run of lint is asked for. Made and checked by {@link LintReader}.
 *
 * @param context of all files; empty for the folder that each is in
 * @param failOn the mildest finding that fails the run; empty for none
 * @param mend whether files are made better
 * @param dryRun whether that is only shown
 * @param tools whether other programs are asked too
 * @param output gets what was found; empty if the log is enough
 */
public record LintRequest(
    List<SourceFile> files,
    Optional<Path> context,
    Optional<Severity> failOn,
    boolean mend,
    boolean dryRun,
    boolean tools,
    Optional<FindingsFile> output) {
  public LintRequest {
    files = List.copyOf(files);
  }
}
