package io.jenkins.plugins.aiimage.parameter;

import static io.jenkins.plugins.aiimage.parameter.Parameter.many;
import static io.jenkins.plugins.aiimage.parameter.Parameter.one;

import java.util.List;

/** What {@code smoke} knows. */
final class SmokeParameters {
  static final List<Parameter> ALL =
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

  private SmokeParameters() {}
}
