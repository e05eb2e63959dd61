package io.jenkins.plugins.aiimage.build.failure;

import io.jenkins.plugins.aiimage.report.Cause;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the lines of one attempt have told so far about why it may fail. Feed it every line, without
 * colours and without the builder's prefix.
 *
 * <p>How it weighs:
 *
 * <ul>
 *   <li>What only repeats the Dockerfile is no evidence; see {@link DockerfileEcho}.
 *   <li>The later strong evidence counts; a sequel counts where nothing stronger was said; a full
 *       disk or memory counts whatever is said.
 *   <li>What was followed by success is stale: the next step of a sequential builder and pip's
 *       success end all evidence but warnings, or warnings too; apt's setting up ends that of apt;
 *       pip's next package ends warnings. A full disk and memory only give way to a next step.
 *   <li>A vague sign becomes what a warning of its tool said: {@code (from versions: none)} after
 *       warnings of DNS is {@code index-dns}.
 *   <li>An exit code such as 137 counts where nothing strong was said.
 * </ul>
 */
public final class Diagnosis {
  /** Nothing heard yet. */
  public static final Diagnosis NONE =
      new Diagnosis(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());

  private static final String APT = "apt, apk, dnf";

  private final Optional<Clue> clue;
  private final Optional<Clue> warning;
  private final Optional<String> download;

  /** Of the RUN, where the builder's own exit code is another. */
  private final OptionalInt namedCode;

  private Diagnosis(
      Optional<Clue> clue,
      Optional<Clue> warning,
      Optional<String> download,
      OptionalInt namedCode) {
    this.clue = clue;
    this.warning = warning;
    this.download = download;
    this.namedCode = namedCode;
  }

  /** After another line; the same value if that changes nothing, as nearly all lines do. */
  public Diagnosis heard(String line) {
    Vocabulary vocabulary = Vocabulary.standard();
    BitSet texts = vocabulary.textsIn(line);
    if (texts.isEmpty()) {
      return this;
    }
    if (DockerfileEcho.isStep(line)) {
      return after(Optional.empty(), warning, Optional.empty());
    }
    int echo = DockerfileEcho.end(line);
    if (echo == 0) {
      return vocabulary.meaningOf(texts).map(meaning -> told(meaning, line)).orElse(this);
    }
    String said = line.substring(echo);
    Diagnosis named = ExitCode.in(said).map(this::withCode).orElse(this);
    return vocabulary
        .meaningOf(vocabulary.textsIn(said))
        .map(meaning -> named.told(meaning, said))
        .orElse(named);
  }

  private Diagnosis told(Meaning meaning, String line) {
    if (meaning instanceof Evidence evidence) {
      return weighing(Clue.of(evidence, line));
    }
    return switch ((Mark) meaning) {
      case DOWNLOAD ->
          Announcement.packageIn(line)
              .map(name -> after(clue, line.startsWith("Get:") ? warning : none(), name))
              .orElse(this);
      case DOWNLOADED -> after(clue, warning, Optional.empty());
      case SET_UP ->
          after(
              clue.filter(known -> known.overrules() || !known.isAbout(APT)),
              warning.filter(known -> !known.isAbout(APT)),
              Optional.empty());
      case INSTALLED -> after(clue.filter(Clue::overrules), none(), Optional.empty());
      case STEP, EXIT_CODE -> this;
    };
  }

  private Diagnosis weighing(Clue heard) {
    return switch (heard.weight()) {
      case DETAIL ->
          withClue(clue.map(known -> known.isOf(heard.sign()) ? known.completedBy(heard) : known));
      case WEAK -> after(clue, Optional.of(heard), download);
      case SEQUEL -> withClue(clue.map(known -> known.followedBy(heard)).or(() -> some(heard)));
      case STRONG, OVERRULING ->
          withClue(clue.map(known -> known.replacedBy(heard)).or(() -> some(heard)));
    };
  }

  private static Optional<Clue> some(Clue heard) {
    return Optional.of(heard);
  }

  /**
   * Why the attempt failed, as far as its lines and its exit code tell.
   *
   * @param exitCode of the builder
   */
  public Optional<Finding> conclude(int exitCode) {
    int code = namedCode.orElse(exitCode);
    if (clue.isEmpty() || clue.get().weight() == Weight.SEQUEL) {
      Optional<Sign> byCode = SignTable.byExitCode(code);
      if (byCode.isPresent()) {
        return Optional.of(new Finding(byCode.get(), "exit code " + code, Optional.empty()));
      }
    }
    // A warning alone may have been got over: good for another attempt, not for giving up.
    return clue.map(this::refined)
        .or(() -> warning.filter(known -> known.sign().cause() != Cause.PERMANENT))
        .map(known -> new Finding(known.sign(), known.line(), subjectOf(known)));
  }

  private Clue refined(Clue known) {
    return warning
        .filter(more -> known.sign().vague() && more.isAbout(known.sign().tool()))
        .map(more -> known.as(more.sign()))
        .orElse(known);
  }

  private Optional<String> subjectOf(Clue known) {
    Cause cause = known.sign().cause();
    boolean ofDownload = cause == Cause.TRANSIENT || cause == Cause.INDEX;
    return known.subject().or(() -> ofDownload ? download : Optional.empty());
  }

  /** The package that pip, uv or apt downloads at the moment, without its version. */
  public Optional<String> subjectNow() {
    return download;
  }

  private static Optional<Clue> none() {
    return Optional.empty();
  }

  private Diagnosis withCode(int code) {
    return namedCode.isPresent() && namedCode.getAsInt() == code
        ? this
        : new Diagnosis(clue, warning, download, OptionalInt.of(code));
  }

  private Diagnosis withClue(Optional<Clue> newClue) {
    return after(newClue, warning, download);
  }

  private Diagnosis after(Optional<Clue> newClue, Optional<Clue> newWarning, String newDownload) {
    return after(newClue, newWarning, Optional.of(newDownload));
  }

  private Diagnosis after(
      Optional<Clue> newClue, Optional<Clue> newWarning, Optional<String> newDownload) {
    boolean same =
        newClue.equals(clue) && newWarning.equals(warning) && newDownload.equals(download);
    return same ? this : new Diagnosis(newClue, newWarning, newDownload, namedCode);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Diagnosis that
        && clue.equals(that.clue)
        && warning.equals(that.warning)
        && download.equals(that.download)
        && namedCode.equals(that.namedCode);
  }

  @Override
  public int hashCode() {
    return clue.hashCode() * 31 + warning.hashCode() + download.hashCode();
  }
}
