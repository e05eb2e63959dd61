package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened while a use case ran. The console log, the JSON report, the HTML page and
 * every later view are folds over these and over nothing else.
 *
 * <p>Events carry plain values only, so that they survive being written to a file and read back.
 */
public sealed interface Event {

  /**
   * A run began.
   *
   * @param useCase the command: {@code prepare}, {@code push} or {@code promote}
   * @param repository where the image lives, with its registry if there is one
   * @param tags the tags to point at the result
   * @param label what people call the image
   * @param cache where images are looked for, as a person reads it
   * @param version of this program
   */
  record RunStarted(
      String useCase,
      String repository,
      List<String> tags,
      String label,
      String cache,
      String version)
      implements Event {
    public RunStarted {
      tags = List.copyOf(tags);
    }
  }

  /**
   * The recipe is one that comes with the program.
   *
   * @param reason why; empty if it was asked for
   */
  record PresetTaken(String preset, String reason) implements Event {}

  /** The run is to stop after this phase; told before the recipe is read. */
  record PhaseWanted(String phase) implements Event {}

  /**
   * The recipe was read and its keys are known.
   *
   * @param key content key of the whole image
   * @param phases in the order in which they would be built
   * @param files how many context entries the key covers
   * @param bytes their size
   */
  record RecipeRead(String key, String platform, List<PlannedPhase> phases, long files, long bytes)
      implements Event {
    public RecipeRead {
      phases = List.copyOf(phases);
    }
  }

  /** A phase and its key, before anything is known of the cache. */
  record PlannedPhase(String name, String key) {}

  /** What the keys were computed from, to be told from that of other runs. */
  record InputsRead(Inputs inputs) implements Event {}

  /**
   * The recipe is another one than the last that this machine prepared the image by.
   *
   * @param changes what is different, as far as it is known
   */
  record RecipeChanged(List<Change> changes) implements Event {
    public RecipeChanged {
      changes = List.copyOf(changes);
    }
  }

  /**
   * The image was built and measured.
   *
   * @param bytes of its layers, unpacked
   */
  record ImageMeasured(long bytes) implements Event {}

  /** The image is there: nothing was run. */
  record ImageFound(String key, String digest) implements Event {}

  /** The image is not there; these phases are (names), and these must be built (names). */
  record ImageMissing(List<String> cached, List<String> toBuild, List<String> notNeeded)
      implements Event {
    public ImageMissing {
      cached = List.copyOf(cached);
      toBuild = List.copyOf(toBuild);
      notNeeded = List.copyOf(notNeeded);
    }
  }

  /**
   * What a further registry has of this image, and a run takes from there.
   *
   * @param cache as a person reads it
   * @param subjects names of phases, or the word image
   */
  record FoundElsewhere(String cache, List<String> subjects) implements Event {
    public FoundElsewhere {
      subjects = List.copyOf(subjects);
    }
  }

  /**
   * Another run on this machine does the same, and is waited for; told at once, when it is another
   * one's turn, and every ten seconds.
   *
   * @param who that run, as a person reads it
   * @param work what it does, as in: builds the same image
   * @param since when it began
   * @param elapsed since this run began to wait
   */
  record WaitingForRun(String who, String work, Instant since, Duration elapsed) implements Event {}

  /** The wait is over, whatever ended it. */
  record WaitedForRun(String who, Duration duration) implements Event {}

  /**
   * The room that is left where the engine keeps its images.
   *
   * @param freeBytes that this user can still fill
   * @param totalBytes of the file system
   */
  record StorageMeasured(String folder, long freeBytes, long totalBytes) implements Event {}

  /** The builder that does the work was chosen. */
  record BuilderChosen(String builder, String version) implements Event {}

  /**
   * The first attempt at a phase is about to begin.
   *
   * @param expected what it took when this machine last built it, if it ever did
   */
  record PhaseStarted(
      String phase,
      int number,
      int total,
      Duration timeout,
      Duration stallTimeout,
      int retries,
      Optional<Duration> expected)
      implements Event {}

  /** The builder said a line. Not kept in event files: a build says tens of thousands. */
  record BuildOutput(String phase, String line) implements Event {}

  /**
   * What a phase is doing now; at most one a second.
   *
   * @param silence since the builder last said anything
   * @param silenceLimit how long that may go on
   * @param work what the engine is silently doing itself, if that is known
   * @param line that was said last
   * @param fetching the package, file or layer that is being fetched or installed, as a person
   *     reads it: {@code downloading torch 2.3.0 (198.6 MB)}
   */
  record PhaseProgress(
      String phase,
      Duration elapsed,
      Duration silence,
      Duration silenceLimit,
      Optional<String> work,
      String line,
      Optional<String> fetching)
      implements Event {}

  /**
   * An attempt failed.
   *
   * @param exitCode of the builder; empty when it was killed
   * @param message the line that shows the cause, or a sentence
   * @param sign id of the recognised failure, as in the table of failures; empty if it is none
   * @param hint what a person can do; empty if nothing is known
   * @param subject the package or image that it is about
   * @param instruction of the Dockerfile that was at work
   * @param lastLines of the builder's output, oldest first
   * @param hangingAt where it hung before it was killed: processes, goroutines
   * @param next what happens now
   */
  record AttemptFailed(
      String phase,
      int attempt,
      Cause cause,
      Optional<Integer> exitCode,
      Duration duration,
      String message,
      Optional<String> sign,
      Optional<String> hint,
      Optional<String> subject,
      Optional<String> instruction,
      List<String> lastLines,
      List<String> hangingAt,
      String next)
      implements Event {
    public AttemptFailed {
      lastLines = List.copyOf(lastLines);
      hangingAt = List.copyOf(hangingAt);
    }
  }

  /**
   * A phase is built; its image is in the engine.
   *
   * @param fallback the build argument and value that were used in the end, {@code ARG=VALUE};
   *     empty if it was none of the fallbacks
   */
  record PhaseBuilt(
      String phase, int attempts, Duration duration, String imageId, Optional<String> fallback)
      implements Event {}

  /**
   * What a phase that was built has in it; told just after it.
   *
   * @param installed packages, as the tools that installed them said it
   * @param installedCount how many there were; more than are listed if they were too many
   * @param bytes of the phase's own layers, unpacked, if the engine could tell
   */
  record PhaseMeasured(
      String phase, List<Installed> installed, int installedCount, Optional<Long> bytes)
      implements Event {
    public PhaseMeasured {
      installed = List.copyOf(installed);
    }
  }

  /** A phase was given up. */
  record PhaseFailed(String phase, int attempts, Duration duration) implements Event {}

  /** The engine began to fetch an image from a registry. */
  record PullStarted(String subject, String reference) implements Event {}

  /** The engine has the image now. */
  record PullDone(String subject, String reference, Duration duration) implements Event {}

  /**
   * What a run that pushes would do with one destination; it did nothing.
   *
   * @param reference where the image would be
   * @param way as a person reads it: from where it would come, or that it is there
   * @param tags that would be set
   */
  record PushPlanned(String subject, String reference, String way, List<String> tags)
      implements Event {
    public PushPlanned {
      tags = List.copyOf(tags);
    }
  }

  /** An image began to travel to the registry. */
  record PushStarted(String subject, String reference) implements Event {}

  /**
   * How far an image has come; about once a second at most. Bytes are those of layers, unpacked.
   *
   * @param sent so far; 0 where the engine does not count
   * @param total of the layers that have begun to be sent; 0 where that is not known
   * @param layersDone that are in the registry now
   * @param layers that are known
   */
  record PushProgress(
      String subject, String reference, long sent, long total, int layersDone, int layers)
      implements Event {}

  /**
   * An image is in the registry.
   *
   * @param digest of its manifest, if the engine told it
   * @param sentBytes of the layers that were sent, unpacked, if the engine counted
   * @param layersSent how many were sent, if the engine told it
   * @param layersThere how many the registry had, in this repository or another, if it told that
   */
  record PushDone(
      String subject,
      String reference,
      Duration duration,
      Optional<String> digest,
      Optional<Long> sentBytes,
      Optional<Integer> layersSent,
      Optional<Integer> layersThere)
      implements Event {}

  /** An image did not get to the registry. */
  record PushFailed(String subject, String reference, Duration duration, String message)
      implements Event {}

  /** A gate was passed before anything was published. */
  record GatePassed(String gate, Duration duration) implements Event {}

  /** A tag points at the image now; {@code moved} is false where it already did. */
  record Tagged(String reference, boolean moved) implements Event {}

  /** Something did not work that the run can do without. */
  record Warned(String message) implements Event {}

  /**
   * The run succeeded.
   *
   * @param digest of the manifest, or the image's id where there is no registry
   * @param reference what to run or pull: exactly this image, whatever its tags do later
   * @param saved what the cached phases took when they were built, as far as this machine knows
   */
  record RunSucceeded(
      CacheResult cache,
      String digest,
      String reference,
      boolean published,
      Duration duration,
      Optional<Duration> saved)
      implements Event {}

  /**
   * The run only looked, as asked.
   *
   * @param cache what a run would be
   */
  record RunPlanned(CacheResult cache, Duration duration) implements Event {}

  /**
   * A run that tidies up began.
   *
   * @param repositories to look at, with their registry; empty for all of the local engine
   * @param where they are, as a person reads it
   * @param dryRun whether nothing will be changed
   * @param olderThan the age below which nothing goes
   * @param keep how many of the newest stay
   */
  record CleanStarted(
      List<String> repositories,
      String where,
      boolean dryRun,
      Duration olderThan,
      int keep,
      String version)
      implements Event {
    public CleanStarted {
      repositories = List.copyOf(repositories);
    }
  }

  /**
   * An image lost its names, and with the last one its place.
   *
   * @param references the names
   * @param digest of its manifest, or the image's id where there is no registry
   * @param bytes its size: compressed in a registry, unpacked in an engine
   */
  record Removed(List<String> references, String digest, Optional<Instant> created, long bytes)
      implements Event {
    public Removed {
      references = List.copyOf(references);
    }
  }

  /** The same of a dry run: the image would have lost its names. */
  record Removable(List<String> references, String digest, Optional<Instant> created, long bytes)
      implements Event {
    public Removable {
      references = List.copyOf(references);
    }
  }

  /** An image of this program stays as it is. */
  record Kept(List<String> references, String digest, Optional<Instant> created, String reason)
      implements Event {
    public Kept {
      references = List.copyOf(references);
    }
  }

  /**
   * All is tidy; or, after a dry run, all is told.
   *
   * @param bytes that are, or may become, free
   * @param notes files of the user's cache folder
   */
  record CleanSucceeded(int images, int tags, int kept, long bytes, int notes, Duration duration)
      implements Event {}

  /**
   * A run that provides Trivy's databases began.
   *
   * @param label what people call it
   * @param databases by name, in the order in which they are seen to
   * @param folder Trivy's cache folder
   * @param dryRun whether nothing will be changed
   */
  record DatabasesStarted(
      String label, List<String> databases, String folder, boolean dryRun, String version)
      implements Event {
    /** What it is called where nobody says. */
    public static final String LABEL = "Trivy's databases";

    public DatabasesStarted {
      databases = List.copyOf(databases);
    }
  }

  /**
   * A database is about to be fetched.
   *
   * @param source from where, as a person reads it
   * @param bytes of its layer, compressed
   */
  record DatabaseFetching(String database, String source, long bytes) implements Event {}

  /**
   * What a run would do with a database; it did nothing.
   *
   * @param way as a person reads it
   */
  record DatabasePlanned(String database, String path, String way) implements Event {}

  /**
   * A database is there and can be used.
   *
   * @param path where it is
   * @param digest of the manifest it came by, if this program fetched it
   * @param updatedAt when its content was made; of the checks, when they were last compared with
   *     their source
   * @param age at the time of the event; never negative
   * @param source who gave it, or said that it is still the newest; empty if nobody was asked
   * @param bytes that were fetched, compressed
   */
  record DatabaseReady(
      String database,
      String path,
      Optional<String> digest,
      Instant updatedAt,
      Duration age,
      Optional<String> source,
      DatabaseResult result,
      long bytes,
      Duration duration)
      implements Event {}

  /**
   * The databases were written to a file, to be used elsewhere.
   *
   * @param bytes of the file
   */
  record DatabasesExported(String file, long bytes) implements Event {}

  /**
   * All databases can be used; or, after a dry run, all is told.
   *
   * @param environment variables that let Trivy use them and ask nobody, each {@code NAME=value}
   */
  record DatabasesSucceeded(List<String> environment, Duration duration) implements Event {
    public DatabasesSucceeded {
      environment = List.copyOf(environment);
    }
  }

  /**
   * A run that reviews Dockerfiles began.
   *
   * @param files as they were named
   * @param dryRun whether nothing will be written
   */
  record LintStarted(List<String> files, boolean dryRun, String version) implements Event {
    public LintStarted {
      files = List.copyOf(files);
    }
  }

  /**
   * Something is wrong in a Dockerfile, or could be better.
   *
   * @param line 1-based
   * @param tool the program whose rule it is
   * @param rule by the name that this program gives it
   * @param message what is wrong there
   * @param why the rule is there; empty for rules of other programs
   * @param advice what to do; empty likewise
   * @param fixable whether it can be mended without a doubt
   */
  record Finding(
      String file,
      int line,
      Severity severity,
      String tool,
      String rule,
      String message,
      Optional<String> why,
      Optional<String> advice,
      boolean fixable)
      implements Event {}

  /**
   * What would be mended in a file; it was not.
   *
   * @param rules that found it
   * @param diff in the unified form
   */
  record FixPlanned(String file, List<String> rules, String diff) implements Event {
    public FixPlanned {
      rules = List.copyOf(rules);
    }
  }

  /** A file was mended; what is found after this is what is left. */
  record FileFixed(String file, List<String> rules) implements Event {
    public FileFixed {
      rules = List.copyOf(rules);
    }
  }

  /** All files were looked at, and nothing was found that fails the run. */
  record LintSucceeded(int errors, int warnings, int infos, Duration duration) implements Event {}

  /**
   * A run began that tests an image.
   *
   * @param image as it was named
   */
  record SmokeStarted(String image, String version) implements Event {}

  /**
   * The image to test is there.
   *
   * @param bytes its size, unpacked
   */
  record SmokeImageFound(String imageId, long bytes) implements Event {}

  /**
   * A test ended.
   *
   * @param test its command line, {@code import MODULE} or {@code size}
   * @param exitCode empty if nothing was run, or it was killed
   * @param message why it failed; empty if it passed
   * @param lastLines of its output, if it failed
   */
  record SmokeTested(
      String test,
      boolean passed,
      Optional<Integer> exitCode,
      Optional<String> message,
      List<String> lastLines,
      Duration duration)
      implements Event {
    public SmokeTested {
      lastLines = List.copyOf(lastLines);
    }
  }

  /** Every test passed. */
  record SmokeSucceeded(int tests, Duration duration) implements Event {}

  /**
   * A run began that looks at a recipe and its context.
   *
   * @param file the Dockerfile
   */
  record DiagnoseStarted(String file, String context, boolean dryRun, String version)
      implements Event {}

  /** What a builder is sent of the context. */
  record ContextMeasured(Diagnosis.Context context) implements Event {}

  /** A rule is missing in {@code .dockerignore}. */
  record IgnoreSuggested(Diagnosis.Suggestion suggestion) implements Event {}

  /** A list of packages was read. */
  record RequirementsRead(Diagnosis.Requirements requirements) implements Event {}

  /** A package of weight is installed, or listed. */
  record HeavyPackageFound(Diagnosis.HeavyPackage found) implements Event {}

  /** A package index was asked. */
  record IndexAsked(Diagnosis.Index index) implements Event {}

  /** The Dockerfile was looked at. */
  record RecipeExamined(Diagnosis.Recipe recipe) implements Event {}

  /**
   * A file was asked for.
   *
   * @param written whether it is there now; otherwise it was only shown
   * @param text what it has, or of an existing file what is added to it, without credentials
   */
  record FileProposed(String file, boolean written, String text) implements Event {}

  /** All was looked at. */
  record DiagnoseSucceeded(Duration duration) implements Event {}

  /**
   * A run that starts services began.
   *
   * @param label what people call them
   * @param file the Compose file
   * @param project what the file calls itself
   * @param run by which they can be stopped
   * @param dryRun whether nothing will be started
   * @param kept whether they go on running when the run has ended
   */
  record ServicesStarted(
      String label,
      String file,
      String project,
      String run,
      boolean dryRun,
      boolean kept,
      String version)
      implements Event {
    /** What they are called where nobody says. */
    public static final String LABEL = "AI services";
  }

  /**
   * What will be started.
   *
   * @param services stage by stage
   * @param ignored keys of the file that change nothing
   */
  record ServicesPlanned(List<PlannedService> services, List<String> ignored) implements Event {
    public ServicesPlanned {
      services = List.copyOf(services);
      ignored = List.copyOf(ignored);
    }
  }

  /**
   * A service before it is started.
   *
   * @param stage from 1 on; 0 for one that is a test
   * @param memoryLimit in bytes
   * @param milliCpus limit in thousandths of a CPU
   */
  record PlannedService(
      String service,
      int stage,
      String image,
      Optional<Long> memoryLimit,
      Optional<Long> milliCpus) {}

  /** The container of a service was started. */
  record ServiceStarted(String service, String container) implements Event {}

  /**
   * A service is as it should be.
   *
   * @param duration since it was started
   * @param addresses of the machine, {@code ADDRESS:PORT -> PORT/PROTOCOL}
   */
  record ServiceReady(
      String service, ServiceResult result, Duration duration, List<String> addresses)
      implements Event {
    public ServiceReady {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * A service did not start, ended, or is not healthy.
   *
   * @param exitCode of its program, if that has ended
   * @param outOfMemory whether the kernel ended it for want of memory
   * @param waiting services that were not started for that
   * @param lastLines of its log, oldest first
   */
  record ServiceFailed(
      String service,
      String message,
      Optional<Integer> exitCode,
      boolean outOfMemory,
      List<String> waiting,
      List<String> lastLines,
      Duration duration)
      implements Event {
    public ServiceFailed {
      waiting = List.copyOf(waiting);
      lastLines = List.copyOf(lastLines);
    }
  }

  /** A test of the services ended with 0. */
  record TestPassed(String test, Duration duration) implements Event {}

  /**
   * A test of the services failed.
   *
   * @param exitCode empty if it was ended
   * @param lastLines that it said, oldest first
   */
  record TestFailed(
      String test,
      String message,
      Optional<Integer> exitCode,
      List<String> lastLines,
      Duration duration)
      implements Event {
    public TestFailed {
      lastLines = List.copyOf(lastLines);
    }
  }

  /**
   * What a service used, as far as it was looked at.
   *
   * @param peakMemory in bytes
   * @param cpuTime of all its CPUs
   */
  record ServiceMeasured(String service, long peakMemory, Duration cpuTime) implements Event {}

  /** What runs left that are gone was removed. */
  record LeftoversRemoved(List<String> runs, int containers) implements Event {
    public LeftoversRemoved {
      runs = List.copyOf(runs);
    }
  }

  /** A run that stops services began. */
  record StopStarted(List<String> runs, String version) implements Event {
    public StopStarted {
      runs = List.copyOf(runs);
    }
  }

  /** The services were stopped and removed. */
  record ServicesStopped(int containers, Duration duration) implements Event {}

  /**
   * All services are as they should be; of a run that was to stop them, they are gone.
   *
   * @param environment where they are, for those that go on running: each {@code NAME=value}
   */
  record ServicesSucceeded(List<String> environment, Duration duration) implements Event {
    public ServicesSucceeded {
      environment = List.copyOf(environment);
    }
  }

  /** The run failed. */
  record RunFailed(Problem problem, String message, Duration duration) implements Event {}
}
