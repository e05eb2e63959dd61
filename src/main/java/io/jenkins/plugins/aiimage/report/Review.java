package io.jenkins.plugins.aiimage.report;

import java.util.List;
import java.util.Optional;

/**
 * What is wrong in Dockerfiles.
 *
 * @param dryRun whether what could be mended was only shown
 * @param errors how many findings are that bad; the others likewise
 * @param findings what is left to do
 * @param fixes what was mended, or would be
 */
public record Review(
    List<String> files,
    boolean dryRun,
    int errors,
    int warnings,
    int infos,
    List<FindingReport> findings,
    List<FixReport> fixes) {
  public Review {
    files = List.copyOf(files);
    findings = List.copyOf(findings);
    fixes = List.copyOf(fixes);
  }

  /** A finding, as its event has it. */
  public record FindingReport(
      String file,
      int line,
      Severity severity,
      String tool,
      String rule,
      String message,
      Optional<String> why,
      Optional<String> advice,
      boolean fixable) {}

  /**
   * A file that was mended, or would be.
   *
   * @param rules that had found something in it
   */
  public record FixReport(String file, List<String> rules) {
    public FixReport {
      rules = List.copyOf(rules);
    }
  }
}
