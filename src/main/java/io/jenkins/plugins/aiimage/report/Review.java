package io.jenkins.plugins.aiimage.report;

import java.util.Comparator;
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
    List<FixReport> fixes)
    implements Details {
  public Review {
    files = List.copyOf(files);
    findings = List.copyOf(findings);
    fixes = List.copyOf(fixes);
  }

  @Override
  public Review brief(Brief how) {
    List<FindingReport> worst =
        findings.stream()
            .sorted(Comparator.comparing(FindingReport::severity))
            .limit(Brief.TABLE)
            .map(finding -> finding.brief(how))
            .toList();
    return new Review(Brief.last(files), dryRun, errors, warnings, infos, worst, Brief.last(fixes));
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
      boolean fixable) {
    private FindingReport brief(Brief how) {
      return new FindingReport(
          how.name(file),
          line,
          severity,
          tool,
          how.name(rule),
          how.sentence(message),
          Optional.empty(),
          advice.map(how::sentence),
          fixable);
    }
  }

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
