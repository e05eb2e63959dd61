package io.jenkins.plugins.aiimage.parameter;

import static io.jenkins.plugins.aiimage.parameter.Parameter.flag;
import static io.jenkins.plugins.aiimage.parameter.Parameter.many;
import static io.jenkins.plugins.aiimage.parameter.Parameter.one;

import java.util.ArrayList;
import java.util.List;

/** All parameters, by use case. Names and defaults are those of the steps. */
public final class Parameters {
  /** What the image is made of: all that {@code plan} needs and {@code prepare} shares. */
  public static final List<Parameter> RECIPE =
      List.of(
          one(
              "context",
              "--context",
              "DIR",
              "the current folder",
              "Folder that COPY and ADD read from. A preset reads its own files where this folder lacks"
                  + " them, or is not given."),
          one(
              "dockerfile",
              "--file",
              "FILE",
              "Dockerfile.ai-processor in the context, or else Dockerfile",
              "The Dockerfile."),
          one(
              "preset",
              "--preset",
              "NAME",
              "ai-processor where there is no Dockerfile and no context is given",
              "A recipe that comes with the program, instead of a Dockerfile, with defaults of its"
                  + " own for other parameters; ai-image presets lists them."),
          one(
              "image",
              "--image",
              "NAME",
              "ai-security-processor",
              "Repository of the image, without a registry and without a tag."),
          one(
              "registry",
              "--registry",
              "HOST[:PORT]",
              "the local engine",
              "Registry that is the cache and gets the image. http:// before the host asks for"
                  + " plain HTTP; loopback needs no asking."),
          many(
              "cacheFrom",
              "--cache-from",
              "HOST[:PORT]",
              "",
              "Further registry to look for the image and its phases in, after --registry and in"
                  + " this order; never written to."),
          many("tags", "--tag", "T", "latest", "Tag to point at the result."),
          many("buildArgs", "--build-arg", "K=V", "", "Value of an ARG of the Dockerfile."),
          one("target", "--target", "STAGE", "the last stage", "Stage to build."),
          one(
              "platform",
              "--platform",
              "OS/ARCH[,…]",
              "the engine's",
              "Platform to build for, for instance linux/arm64; several, with commas between them,"
                  + " are joined in the registry under each tag."));

  /** How to build and what to do with the result. */
  private static final List<Parameter> BUILD =
      List.of(
          one(
              "builder",
              "--builder",
              "auto|buildkit|docker|podman|buildah",
              "auto",
              "What builds: auto takes BuildKit where a docker client has it, otherwise Docker's"
                  + " classic builder, and without Docker podman or buildah. Without a registry the"
                  + " cache is in the store of what builds."),
          one("network", "--network", "MODE", "the builder's", "Network of RUN instructions."),
          many(
              "secrets",
              "--secret",
              "ID=FILE",
              "",
              "File for RUN --mount=type=secret,id=ID; with BuildKit, podman and buildah. It changes"
                  + " neither the key nor the image."),
          many("addHosts", "--add-host", "HOST:IP", "", "Host name known to RUN instructions."),
          one("timeout", "--timeout", "TIME", "1000s", "How long one attempt at a phase may take."),
          one(
              "stallTimeout",
              "--stall-timeout",
              "TIME",
              "300s",
              "How long an attempt may say nothing before it counts as stalled."),
          one(
              "retries",
              "--retries",
              "N",
              "5",
              "How many more attempts a phase gets, where its failure deserves one."),
          many(
              "fallback",
              "--fallback",
              "ARG=VALUE",
              "",
              "Build argument to use instead when the package index fails; in order."),
          many(
              "pip",
              "--pip",
              "NAME=VALUE",
              "pip's own",
              "How patient pip is in RUN instructions: timeout=60s for an answer, retries=10 of a"
                  + " connection, resume=5 of a broken download (pip 25.1), progress=raw, on or off."
                  + " It changes neither the key nor the image."),
          one("totalTimeout", "--total-timeout", "TIME", "2h", "How long the whole run may take."),
          many(
              "needs",
              "--needs",
              "NAME=VALUE",
              "",
              "What a build takes of the machine: cpus=1.5, memory=4GB. It waits until that is left of"
                  + " the budget by other runs of this user that say so too, and RUN instructions may"
                  + " take no more where the builder can see to it. It changes neither the key nor the"
                  + " image."),
          many(
              "budget",
              "--budget",
              "NAME=VALUE",
              "all that the engine's machine has",
              "What such builds together may take of the machine: cpus=4, memory=16GB."),
          many(
              "phases",
              "--phase",
              "NAME:SETTINGS",
              "",
              "Settings of one phase, for instance torch:timeout=20m,stall=5m,retries=2,"
                  + "fallback=INDEX=https://…; they win over the Dockerfile's mark."),
          one(
              "until",
              "--until",
              "PHASE",
              "",
              "Stop after this phase: take from the cache or build what it needs, keep its image in"
                  + " the cache, and do nothing else: no gates, no tags."),
          one(
              "pull",
              "--pull",
              "never|missing|always",
              "never",
              "Whether this machine's engine must have the image at the end."),
          many(
              "smokeTest",
              "--smoke-test",
              "COMMAND",
              "",
              "Command line that the image's own shell must run with exit code 0, before anything"
                  + " is published."),
          one(
              "maxSize",
              "--max-size",
              "SIZE",
              "",
              "Largest image that may be published, unpacked, for instance 2GB."),
          new Parameter(
              "push",
              "--no-push",
              "",
              false,
              "",
              "Whether the result goes to the registry; without it, build and send nothing."),
          flag("force", "--force", "Build all phases anew, whatever is cached."),
          flag("dryRun", "--dry-run", "Say what would be done, and do nothing."),
          flag(
              "requireRegistry",
              "--require-registry",
              "Fail where the registry cannot be reached; without it that is a warning."),
          one(
              "label",
              "--label",
              "TEXT",
              "AI Processor",
              "What log lines and pages call the image."));

  /** Of the steps; on the command line, {@code docker login} does it. */
  public static final Parameter CREDENTIALS =
      one(
          "credentialsId",
          "",
          "ID",
          "the administrator's for that registry",
          "Credentials for the registry: a user name with a password or access token.");

  /** Of the steps that push, which may name several registries. */
  public static final Parameter PUSH_CREDENTIALS =
      one(
          "credentialsId",
          "",
          "ID",
          "the administrator's for that registry",
          "Credentials for the registry, of several for the first: a user name with a password or"
              + " access token. Every other registry that is written to or read from gets what docker"
              + " login has left for the agent's user.");

  /** Of the step that provides Trivy's databases. */
  public static final Parameter TRIVY_CREDENTIALS =
      one(
          "credentialsId",
          "",
          "ID",
          "the administrator's for that registry",
          "Credentials for the mirror's registry or, without a mirror, for that of the first source:"
              + " a user name with a password or access token. Every other registry gets what docker"
              + " login has left for the agent's user.");

  /** For every command. */
  public static final List<Parameter> OUTPUT =
      List.of(
          one("report", "--report", "FILE", "", "Write the report there, as JSON."),
          one(
              "events",
              "--events",
              "FILE|-",
              "",
              "Write the events there as they happen, one JSON object a line; - is standard output,"
                  + " and the log goes to standard error then."),
          flag("verbose", "--verbose", "Show every line that the builder says."));

  /** For a program that calls this one and leaves it alone. */
  public static final List<Parameter> CALLER =
      List.of(
          one(
              "request",
              "--request",
              "FILE",
              "",
              "Take parameters from this JSON file as well, by the names and in the forms that the"
                  + " step knows: {\"image\": \"NAME\", \"force\": true, \"buildArgs\": {\"K\": \"V\"}}. What"
                  + " stands on the command line wins."),
          one(
              "result",
              "--result",
              "FILE",
              "",
              "Write there, as JSON, the map that the step returns; of a run that failed, why:"
                  + " {\"failure\": {\"problem\": \"INPUT\", \"message\": \"…\"}}."),
          one(
              "lease",
              "--lease",
              "FILE",
              "",
              "End as if interrupted when nobody has touched this file for the lease time: for a"
                  + " caller that may vanish."),
          one("leaseTime", "--lease-time", "TIME", "30m", "How long the lease lasts untouched."));

  /** Of a caller that runs {@code prepare} for many. */
  public static final List<Parameter> PREPARE_SETTINGS =
      List.of(
          many(
              "mirrors",
              "--mirror",
              "ARG=VALUE",
              "",
              "As --fallback, where no fallback is given and for phases that declare the ARG: for a"
                  + " setting that holds for many Dockerfiles."));

  /** Of a caller that runs {@code push} for many. */
  public static final List<Parameter> PUSH_SETTINGS =
      List.of(
          one(
              "prefix",
              "--prefix",
              "NAME",
              "",
              "What comes, with a slash between, before the repository to push to unless"
                  + " the image's name has a registry; the engine is asked for that name first. For a"
                  + " setting that holds for many images."));

  /** Of {@code prepare}. */
  public static final List<Parameter> PREPARE = joined(RECIPE, BUILD);

  /** Of {@code clean}. */
  public static final List<Parameter> CLEAN =
      List.of(
          one(
              "registry",
              "--registry",
              "HOST[:PORT]",
              "the local engine",
              "Registry to clean; http:// before the host asks for plain HTTP."),
          many(
              "image",
              "--image",
              "NAME",
              "",
              "Repository to clean, without a registry and without a tag. A registry needs one at"
                  + " least; without a registry, all repositories of the engine are meant."),
          one(
              "olderThan",
              "--older-than",
              "TIME",
              "30d",
              "Remove what was built longer ago than this, 1h at least: what is younger may be part"
                  + " of a build under way."),
          one(
              "keep",
              "--keep",
              "N",
              "10",
              "Keep the newest N images of each repository, whatever their age; the image of a"
                  + " phase is one of them."),
          one(
              "untilFree",
              "--until-free",
              "SIZE",
              "",
              "Remove only until the engine's disk has this much free, for instance 20GB, the oldest"
                  + " image first; nothing where it has. Not for a registry."),
          one(
              "builder",
              "--builder",
              "auto|buildkit|docker|podman|buildah",
              "auto",
              "Whose images, without a registry: auto takes Docker's, and without Docker those of"
                  + " podman and buildah."),
          flag(
              "dryRun",
              "--dry-run",
              "Say what would be removed, and what would stay and why; change nothing."));

  /** Of {@code push}. */
  public static final List<Parameter> PUSH =
      List.of(
          many(
              "image",
              "--image",
              "NAME",
              "",
              "Image to push, by the name or id that the engine knows it by; on the command line it"
                  + " may stand without --image. A name with a digest is exactly that image, in the"
                  + " registry it names."),
          one(
              "from",
              "--from",
              "REF",
              "",
              "Image that a registry has, to take instead: HOST/REPOSITORY@DIGEST, or :TAG. No"
                  + " engine is needed, and within one registry no layer moves."),
          many(
              "registry",
              "--registry",
              "HOST[:PORT]",
              "the one that the image's name has",
              "Registry to push to. Several get the same image, byte for byte, under the same"
                  + " digest."),
          one(
              "repository",
              "--repository",
              "NAME",
              "the image's name",
              "Repository there, without the registry and without a tag."),
          many(
              "tags",
              "--tag",
              "T",
              "the tag of the image's name",
              "Tag to point at the image; each is read back afterwards."),
          one(
              "builder",
              "--builder",
              "auto|buildkit|docker|podman|buildah",
              "auto",
              "Whose store has the image: Docker's engine, or that of podman and buildah."),
          one(
              "stallTimeout",
              "--stall-timeout",
              "TIME",
              "300s",
              "How long a push from the engine may not move before it is ended."),
          one("totalTimeout", "--total-timeout", "TIME", "2h", "How long the whole run may take."),
          flag("dryRun", "--dry-run", "Say what would be done, and do nothing."),
          one("label", "--label", "TEXT", "the image", "What log lines and pages call it."));

  /** Of {@code trivy-db}. */
  public static final List<Parameter> TRIVY =
      List.of(
          one(
              "cacheDir",
              "--cache-dir",
              "DIR",
              "Trivy's own",
              "Trivy's cache folder. Without it $TRIVY_CACHE_DIR, or trivy in $XDG_CACHE_HOME or in"
                  + " ~/.cache."),
          many(
              "sources",
              "--source",
              "[KIND=]REF",
              "Trivy's own",
              "Where to fetch from, in this order: HOST/REPOSITORY:TAG. java= or checks= before it"
                  + " means that database. http:// asks for plain HTTP; loopback needs no asking."),
          many(
              "mirrorTo",
              "--mirror-to",
              "[KIND=]REF",
              "",
              "Tag of a registry of one's own that gets what was fetched elsewhere, byte for byte."
                  + " It is asked first, too."),
          flag("javaDb", "--java-db", "Provide the database of Java archives as well."),
          flag("checks", "--checks", "Provide the checks of configuration files as well."),
          one(
              "maxAge",
              "--max-age",
              "TIME",
              "7d",
              "Oldest database that may be used when no source gives a newer one."),
          one(
              "view",
              "--view",
              "DIR",
              "",
              "A cache folder for one build, to be used in place of the other: the same databases,"
                  + " linked, and locks of its own."),
          one(
              "importFrom",
              "--import",
              "FILE",
              "",
              "Take the databases from this file, and ask no source. It is one of --export, or an"
                  + " OCI archive of another tool."),
          one(
              "exportTo",
              "--export",
              "FILE",
              "",
              "Write the databases to this file, as they come, rather than to use them."),
          one(
              "envFile",
              "--env-file",
              "FILE",
              "",
              "Write the variables that Trivy needs there, NAME=value in each line."),
          flag("dryRun", "--dry-run", "Say what would be done, and do nothing."),
          one(
              "label",
              "--label",
              "TEXT",
              "Trivy's databases",
              "What reports and pages call what is provided."));

  /** Of {@code presets}. */
  public static final List<Parameter> PRESETS =
      List.of(
          one(
              "write",
              "--write",
              "DIR",
              "",
              "Write the preset's files there, to start from; nothing is overwritten."));

  /** Of {@code lint}. */
  public static final List<Parameter> LINT =
      List.of(
          many(
              "files",
              "--file",
              "FILE",
              "Dockerfile.ai-processor, or else Dockerfile",
              "Dockerfile to look at; it may stand without --file."),
          one(
              "context",
              "--context",
              "DIR",
              "the folder of each file",
              "Build context, for .dockerignore and lists of packages."),
          one(
              "failOn",
              "--fail-on",
              "error|warning|info|never",
              "error",
              "The mildest finding that makes the exit code 24."),
          one("format", "--format", "text|json|sarif", "text", "The form of what is found."),
          one(
              "output",
              "--output",
              "FILE",
              "",
              "Write what is found there, in that form. Without it the log says it, and any other"
                  + " form than text takes the place of the log on standard output."),
          flag("fix", "--fix", "Mend what is safe to mend, and say what is left."),
          flag("dryRun", "--dry-run", "Show what --fix would change, and write nothing."),
          one(
              "tools",
              "--tools",
              "auto|none",
              "auto",
              "Whether hadolint and docker build --check are asked too, where they are there."));

  /** Of {@code diagnose}. */
  public static final List<Parameter> DIAGNOSE =
      List.of(
          one("context", "--context", "DIR", "the current folder", "The build context."),
          one(
              "dockerfile",
              "--file",
              "FILE",
              "Dockerfile.ai-processor in the context, or else Dockerfile",
              "The Dockerfile."),
          many("buildArgs", "--build-arg", "K=V", "", "Value of an ARG of the Dockerfile."),
          many(
              "indexes",
              "--index",
              "URL",
              "",
              "Package index to ask besides those that Dockerfile and lists of packages name."),
          many(
              "fallback",
              "--fallback",
              "ARG=VALUE",
              "",
              "As of prepare: where the value is an address, it is asked too."),
          one("timeout", "--timeout", "TIME", "5s", "How long an index may take to answer."),
          flag("offline", "--offline", "Ask no package index."),
          one("top", "--top", "N", "10", "How many folders of the context to tell, largest first."),
          flag(
              "writeIgnore",
              "--write-ignore",
              "Put the missing rules at the end of .dockerignore: as rules those that no image"
                  + " needs, and others, such as for models, as comments."),
          flag(
              "splitRequirements",
              "--split-requirements",
              "Write the packages of each list in two files beside it: NAME.ml.txt with those that"
                  + " are heavy or about machine learning, NAME.base.txt with the others."),
          flag("overwrite", "--overwrite", "Let these two take the place of files that are there."),
          flag("dryRun", "--dry-run", "Show what would be written, and write nothing."));

  /** Of {@code smoke}. */
  public static final List<Parameter> SMOKE =
      List.of(
          one(
              "image",
              "--image",
              "IMAGE",
              "",
              "Image to test, by the name or id that the engine knows it by; on the command line it"
                  + " may stand without --image."),
          many(
              "commands",
              "--command",
              "COMMAND",
              "",
              "Command line that the image's own shell must run with exit code 0."),
          many(
              "imports",
              "--import",
              "MODULE",
              "",
              "Python module that must be importable; tried before the commands."),
          one(
              "maxSize",
              "--max-size",
              "SIZE",
              "",
              "Largest size that the image may have, unpacked, for instance 2GB."),
          one("timeout", "--timeout", "TIME", "5m", "How long each test may take."),
          one(
              "network",
              "--network",
              "none|host|default|NAME",
              "none",
              "Network of the containers; default is the engine's own."),
          one(
              "builder",
              "--builder",
              "auto|buildkit|docker|podman|buildah",
              "auto",
              "Whose store has the image: Docker's engine, or that of podman and buildah."));

  /** Of {@code start}. */
  public static final List<Parameter> START =
      List.of(
          one(
              "file",
              "--file",
              "FILE",
              "compose.yaml, or else compose.yml, docker-compose.yaml or docker-compose.yml",
              "Compose file with the services. What it says of the project is inside its folder."),
          many(
              "services",
              "--service",
              "NAME",
              "all without a profile",
              "Start this service and those that it depends on."),
          many("profiles", "--profile", "NAME", "", "Start the services of this profile as well."),
          many(
              "tests",
              "--test",
              "SERVICE[:COMMAND]",
              "",
              "Once all services are ready, run this command line by the shell of that service's"
                  + " container; without a command, start that service and wait for its end. The exit"
                  + " code must be 0."),
          one(
              "startTimeout",
              "--start-timeout",
              "TIME",
              "2m",
              "How long a service may take until it is ready."),
          one("testTimeout", "--test-timeout", "TIME", "5m", "How long a test may take."),
          one(
              "totalTimeout",
              "--total-timeout",
              "TIME",
              "30m",
              "How long the whole run may take, tests and all."),
          one(
              "pull",
              "--pull",
              "missing|never|always",
              "missing",
              "Whether images are fetched: those that the engine lacks, none, or all."),
          flag(
              "freePorts",
              "--free-ports",
              "Offer each published port at a free port of the machine, whatever the file says: for"
                  + " builds that run side by side."),
          flag(
              "overcommit",
              "--overcommit",
              "Start the services although together they may use more memory or CPUs than the"
                  + " engine's machine has; without it nothing is started then."),
          flag(
              "removeVolumes",
              "--remove-volumes",
              "Remove the named volumes of the services with them; without it they stay for the next"
                  + " run."),
          flag("dryRun", "--dry-run", "Say what would be started, and start nothing."),
          one("label", "--label", "TEXT", "AI services", "What reports and pages call them."));

  /** Of {@code start}, for a caller that stops the services by another run. */
  public static final List<Parameter> START_SETTINGS =
      List.of(
          one(
              "run",
              "--run",
              "ID",
              "one that is made up",
              "Name of the run, by which its services can be stopped: letters, digits, hyphens."),
          one(
              "keep",
              "--keep",
              "TIME",
              "",
              "Leave the services running when all is well, to be stopped by ai-image stop; after"
                  + " this time, any other run of start or stop does it."));

  /** Of {@code stop}. */
  public static final List<Parameter> STOP =
      List.of(
          many(
              "run",
              "--run",
              "ID",
              "",
              "Run whose services are to be stopped and removed, by the name that start told. Without"
                  + " one, only what runs left that are gone."));

  /** Of {@code report}. */
  public static final List<Parameter> REPORT =
      List.of(
          one("html", "--html", "OUT", "", "Page to write."),
          one("metrics", "--metrics", "OUT", "", "Metrics to write, in Prometheus' text format."),
          one(
              "history",
              "--history",
              "FILE",
              "",
              "Lines of older runs that the page also shows; those of the reports are added to it."),
          one(
              "language",
              "--language",
              "CODE",
              "the locale's",
              "Language of the page: `en`, `fr` or `ru`."));

  private Parameters() {}

  /** The parameters of both. */
  public static List<Parameter> joined(List<Parameter> first, List<Parameter> second) {
    List<Parameter> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
