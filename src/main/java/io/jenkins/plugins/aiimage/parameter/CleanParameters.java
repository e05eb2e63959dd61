package io.jenkins.plugins.aiimage.parameter;

import static io.jenkins.plugins.aiimage.parameter.Parameter.flag;
import static io.jenkins.plugins.aiimage.parameter.Parameter.many;
import static io.jenkins.plugins.aiimage.parameter.Parameter.one;

import java.util.List;

/** What {@code clean} knows. */
final class CleanParameters {
  static final List<Parameter> ALL =
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

  private CleanParameters() {}
}
