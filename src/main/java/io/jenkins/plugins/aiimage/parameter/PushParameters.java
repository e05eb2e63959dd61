package io.jenkins.plugins.aiimage.parameter;

import static io.jenkins.plugins.aiimage.parameter.Parameter.flag;
import static io.jenkins.plugins.aiimage.parameter.Parameter.many;
import static io.jenkins.plugins.aiimage.parameter.Parameter.one;

import java.util.List;

/** What {@code push} knows. */
final class PushParameters {
  static final List<Parameter> ALL =
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

  /** Of a caller that runs {@code push} for many. */
  static final List<Parameter> SETTINGS =
      List.of(
          one(
              "prefix",
              "--prefix",
              "NAME",
              "",
              "What comes, with a slash between, before the repository to push to unless"
                  + " the image's name has a registry; the engine is asked for that name first. For a"
                  + " setting that holds for many images."));

  /** Of the steps that push, which may name several registries. */
  static final Parameter CREDENTIALS =
      one(
          "credentialsId",
          "",
          "ID",
          "the administrator's for that registry",
          "Credentials for the registry, of several for the first: a user name with a password or"
              + " access token. Every other registry that is written to or read from gets what docker"
              + " login has left for the agent's user.");

  private PushParameters() {}
}
