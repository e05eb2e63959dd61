package io.jenkins.plugins.aiimage.jenkins.overview;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import io.jenkins.plugins.aiimage.jenkins.history.JobIndexes;
import io.jenkins.plugins.aiimage.jenkins.result.IndexRebuild;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives a page to each job with an index, or that should have one. */
@Extension
@SuppressWarnings("rawtypes") // So must an extension for every job be.
public final class JobPageFactory extends TransientActionFactory<Job> {
  @Override
  public Class<Job> type() {
    return Job.class;
  }

  @Override
  public Class<? extends Action> actionType() {
    return JobImages.class;
  }

  @Override
  public Collection<? extends Action> createFor(Job target) {
    Job<?, ?> job = target;
    return switch (JobIndexes.get().state(job.getRootDir().toPath())) {
      case NONE, EMPTY -> List.of();
      case PRESENT -> List.of(new JobImages(job));
      case LOST -> {
        IndexRebuild.begin(job);
        yield List.of(new JobImages(job));
      }
    };
  }
}
