package io.jenkins.plugins.aiimage.parameter;

import static io.jenkins.plugins.aiimage.parameter.Parameter.flag;
import static io.jenkins.plugins.aiimage.parameter.Parameter.many;
import static io.jenkins.plugins.aiimage.parameter.Parameter.one;

import java.util.List;

/** What {@code plan} and {@code prepare} know. */
final class PrepareParameters {
  /** What the image is made of: all that {@code plan} needs and {@code prepare} shares. */
  static final List<Parameter> RECIPE =
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
  static final List<Parameter> BUILD =
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

  /** Of a caller that runs {@code prepare} for many. */
  static final List<Parameter> SETTINGS =
      List.of(
          many(
              "mirrors",
              "--mirror",
              "ARG=VALUE",
              "",
              "As --fallback, where no fallback is given and for phases that declare the ARG: for a"
                  + " setting that holds for many Dockerfiles."));

  /** Of the steps; on the command line, {@code docker login} does it. */
  static final Parameter CREDENTIALS =
      one(
          "credentialsId",
          "",
          "ID",
          "the administrator's for that registry",
          "Credentials for the registry: a user name with a password or access token.");

  private PrepareParameters() {}
}
