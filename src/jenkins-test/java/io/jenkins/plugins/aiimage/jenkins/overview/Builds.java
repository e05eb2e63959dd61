package io.jenkins.plugins.aiimage.jenkins.overview;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Job;
import io.jenkins.plugins.aiimage.jenkins.history.IndexedRun;
import io.jenkins.plugins.aiimage.jenkins.history.JobIndexes;
import io.jenkins.plugins.aiimage.jenkins.result.AiImagesAction;
import io.jenkins.plugins.aiimage.jenkins.result.ImageSource;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.ReportFold;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.history.HistoryEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jenkins.model.lazy.LazyBuildMixIn;
import org.jvnet.hudson.test.JenkinsRule;

/** Builds that have images, without an engine: as a step leaves them at its end. */
final class Builds {
  private Builds() {}

  /** A build with an image of that label, a hit or, where it says so, a failure. */
  static FreeStyleBuild make(
      JenkinsRule jenkins, FreeStyleProject job, String label, boolean failed) throws Exception {
    FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
    RunReport report = report(label, failed);
    String step = UUID.randomUUID().toString();
    AiImagesAction images = AiImagesAction.of(build);
    images.put(new ImageSource(step, "", Optional.empty()), false, report);
    images.save();
    HistoryEntry entry = HistoryEntry.of(String.valueOf(build.getNumber()), report).orElseThrow();
    boolean unused = JobIndexes.get().add(job.getRootDir().toPath(), new IndexedRun(step, entry));
    return build;
  }

  private static RunReport report(String label, boolean failed) {
    ReportFold fold = new ReportFold();
    String digest = "sha256:" + "0123456789abcdef".repeat(4);
    fold.on(
        new Entry(
            1,
            Instant.now(),
            new Event.RunStarted("prepare", "r/x", List.of("latest"), label, "registry r", "1")));
    fold.on(
        new Entry(
            2,
            Instant.now(),
            failed
                ? new Event.RunFailed(Problem.STALLED, "It hangs.", Duration.ofSeconds(9))
                : new Event.RunSucceeded(
                    CacheResult.HIT,
                    digest,
                    "r/x@" + digest,
                    true,
                    Duration.ofSeconds(1),
                    Optional.of(Duration.ofMinutes(3)))));
    return fold.report();
  }

  /** How many builds of the job are in memory. */
  static int loaded(Job<?, ?> job) {
    return ((LazyBuildMixIn.LazyLoadingJob<?, ?>) job)
        .getLazyBuildMixIn()
        ._getRuns()
        .getLoadedBuilds()
        .size();
  }
}
