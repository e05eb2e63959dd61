package io.jenkins.plugins.aiimage.lint.check;

import static io.jenkins.plugins.aiimage.report.Severity.ERROR;
import static io.jenkins.plugins.aiimage.report.Severity.INFO;
import static io.jenkins.plugins.aiimage.report.Severity.WARNING;

import io.jenkins.plugins.aiimage.report.Severity;
import java.util.List;

/** What is looked for. The table in the documentation is made from this one. */
public enum Rule {
  DK001(
      WARNING,
      "Build tools stay in the image",
      "Compilers are needed once and shipped for ever: hundreds of megabytes, and more to attack.",
      "Build in a stage of its own and COPY --from it."),
  DK002(
      WARNING,
      "The base image has no version",
      "The same file makes another image tomorrow, and a failure cannot be repeated.",
      "Name a version, such as python:3.11-slim.",
      "DL3006",
      "DL3007"),
  DK003(
      WARNING,
      "The base image is larger than needed",
      "A full or devel image carries compilers and headers that nothing runs.",
      "Take the slim or runtime variant for the last stage."),
  DK004(
      WARNING,
      "The image runs as root",
      "Whoever breaks out of the program owns the container.",
      "Add a user, and USER before CMD.",
      "DL3002"),
  DK005(
      WARNING,
      ".dockerignore is missing or lets too much in",
      "Each build sends it all to the builder, and any change of it builds anew.",
      "List in .dockerignore what the image does not need."),
  DK006(
      WARNING,
      "Downloads are kept in the layer",
      "A package cache inside a layer is dead weight that no later build uses.",
      "Mount a cache (RUN --mount=type=cache), or keep none (--no-cache-dir, rm -rf"
          + " /var/lib/apt/lists/*).",
      "DL3009",
      "DL3042"),
  DK007(
      INFO,
      "Python buffers its log or writes .pyc files",
      "A log that is buffered is lost when the container is killed.",
      "ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1.",
      true),
  AI001(
      WARNING,
      "Several groups of packages in one RUN",
      "Nobody sees which one hangs, and one that fails costs the download of all.",
      "One RUN for each group, each a phase.",
      true),
  AI002(
      WARNING,
      "A heavy package with pip's own time-out",
      "pip gives up when a server is silent for 15 s, which at gigabytes happens, and does not"
          + " retry it.",
      "ENV PIP_DEFAULT_TIMEOUT=120, or --timeout.",
      true),
  AI003(
      ERROR,
      "A failed installation counts as success",
      "|| true at the end of a chain hides the failure of every command in it: the image lacks"
          + " packages and is published.",
      "Remove it, or put it in braces around the one command that may fail.",
      true),
  AI004(
      ERROR,
      "A version bound without quotes",
      "The shell takes > and < for redirections: the bound is lost, and a file =2.1.0 appears or is"
          + " missing.",
      "Put the requirement in quotes.",
      true),
  AI005(
      WARNING,
      "pip cache purge that frees nothing",
      "With --no-cache-dir or in a RUN of its own there is nothing to free, and with a cache mount it"
          + " empties what the next build needs.",
      "Remove it.",
      true),
  AI006(
      WARNING,
      "A fallback index by || in the shell",
      "It hides why the first one failed, has no time-out of its own, and may bring other packages:"
          + " from PyPI, torch is the one with CUDA.",
      "# phase: torch fallback=TORCH_INDEX_URL=…, with ARG TORCH_INDEX_URL and --index-url"
          + " \"$TORCH_INDEX_URL\"."),
  AI007(
      WARNING,
      "Sources are copied before packages are installed",
      "Every change of a source file installs all packages again.",
      "COPY only the list of packages before, and the rest behind the installation."),
  AI008(
      WARNING,
      "torch with CUDA in an image without a GPU",
      "PyPI's torch for Linux brings CUDA: gigabytes rather than 200 MB.",
      "--index-url https://download.pytorch.org/whl/cpu, or ignore this where a GPU is used."),
  AI009(
      WARNING,
      "Indexes for different CUDA versions in one image",
      "Wheels of +cpu and +cu118 do not fit each other: it fails at the import, if not before.",
      "Take one of the indexes for all of them."),
  AI010(
      ERROR,
      "A secret in ARG, ENV or an address",
      "It stands in the image's configuration or history, for everyone who can pull.",
      "RUN --mount=type=secret, and --secret.",
      "SecretsUsedInArgOrEnv"),
  AI011(
      WARNING,
      "VOLUME in the form of Compose",
      "VOLUME name:/path makes a folder of that whole name, and caches nothing.",
      "VOLUME /path, or for a cache RUN --mount=type=cache,target=/path."),
  AI012(
      WARNING,
      "A cache mount that nothing uses",
      "--no-cache-dir turns pip's cache off: each build downloads everything.",
      "Remove --no-cache-dir."),
  AI013(
      ERROR,
      "An option behind a package in a list of packages",
      "pip refuses --index-url and the like behind a requirement: they stand on a line of their own.",
      "Put it on a line of its own, or into the RUN."),
  AI014(
      INFO,
      "An ignored rule that finds nothing",
      "What is ignored without need hides what comes later.",
      "Remove it from the comment.");

  private final Severity severity;
  private final String title;
  private final String why;
  private final String advice;
  private final boolean fixable;
  // With blanks between them.
  private final String neighbours;

  Rule(Severity severity, String title, String why, String advice, boolean fixable) {
    this.severity = severity;
    this.title = title;
    this.why = why;
    this.advice = advice;
    this.fixable = fixable;
    this.neighbours = "";
  }

  Rule(Severity severity, String title, String why, String advice, String... neighbours) {
    this.severity = severity;
    this.title = title;
    this.why = why;
    this.advice = advice;
    this.fixable = false;
    this.neighbours = String.join(" ", neighbours);
  }

  public Severity severity() {
    return severity;
  }

  /** A few words. */
  public String title() {
    return title;
  }

  /** One sentence. */
  public String why() {
    return why;
  }

  /** What to do. */
  public String advice() {
    return advice;
  }

  /** Whether it is mended where that is safe. */
  public boolean fixable() {
    return fixable;
  }

  /** Rules of other programs that find the same. Where one of them speaks, this one is silent. */
  public List<String> neighbours() {
    return neighbours.isEmpty() ? List.of() : List.of(neighbours.split(" ", -1));
  }
}
