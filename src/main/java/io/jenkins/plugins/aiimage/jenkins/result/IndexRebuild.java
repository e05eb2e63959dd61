package io.jenkins.plugins.aiimage.jenkins.result;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.aiimage.jenkins.history.IndexedRun;
import io.jenkins.plugins.aiimage.jenkins.history.JobIndexes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes a job's index anew of its builds. That loads them, so it is done in the background, for one
 * job after the other and for the newest builds only.
 */
public final class IndexRebuild {
  private static final Logger LOGGER = Logger.getLogger(IndexRebuild.class.getName());

  /** As many as a trend is read from; of more, each would cost a file. */
  private static final int MOST_BUILDS = 200;

  private static final Set<Path> UNDER_WAY = ConcurrentHashMap.newKeySet();

  /** Where it did not work it would not work the next time either. */
  private static final Set<Path> FAILED = ConcurrentHashMap.newKeySet();

  private static final ThreadPoolExecutor ONE_BY_ONE =
      new ThreadPoolExecutor(
          1,
          1,
          10,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          work -> {
            Thread thread = new Thread(work, "AI images: index of a job");
            thread.setDaemon(true);
            return thread;
          });

  static {
    ONE_BY_ONE.allowCoreThreadTimeOut(true);
  }

  private IndexRebuild() {}

  /**
   * Begins if the job has no index; for who has just seen a build of it that has images. Never
   * throws: a build is loaded whatever becomes of the index.
   */
  static void ifMissing(Job<?, ?> job) {
    try {
      if (JobIndexes.get().expect(folder(job))) {
        begin(job);
      }
    } catch (RuntimeException e) {
      LOGGER.log(Level.WARNING, e, () -> "the index of " + job);
    }
  }

  /** Begins, unless it is under way already or failed before. */
  public static void begin(Job<?, ?> job) {
    Path folder = folder(job);
    if (!FAILED.contains(folder) && UNDER_WAY.add(folder)) {
      ONE_BY_ONE.execute(() -> rebuild(job, folder));
    }
  }

  public static boolean isUnderWay(Job<?, ?> job) {
    return UNDER_WAY.contains(folder(job));
  }

  private static Path folder(Job<?, ?> job) {
    return job.getRootDir().toPath();
  }

  private static void rebuild(Job<?, ?> job, Path folder) {
    try {
      List<IndexedRun> newestFirst = new ArrayList<>();
      Run<?, ?> run = job.getLastBuild();
      for (int i = 0; i < MOST_BUILDS && run != null; i++) {
        AiImagesAction images = run.getAction(AiImagesAction.class);
        if (images != null) {
          newestFirst.addAll(images.indexed());
        }
        run = run.getPreviousBuild();
      }
      Collections.reverse(newestFirst);
      JobIndexes.get().complete(folder, newestFirst);
      LOGGER.log(Level.FINE, "{0} runs of {1}", new Object[] {newestFirst.size(), folder});
    } catch (IOException | RuntimeException e) {
      FAILED.add(folder);
      LOGGER.log(Level.WARNING, e, () -> "the index in " + folder + " could not be made anew");
    } finally {
      UNDER_WAY.remove(folder);
    }
  }
}
