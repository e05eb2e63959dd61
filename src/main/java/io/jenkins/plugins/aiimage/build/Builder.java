package io.jenkins.plugins.aiimage.build;

import java.io.IOException;
import java.nio.file.Path;

/** A way to turn a Dockerfile into an image of the engine. */
public sealed interface Builder permits BuildKit, ClassicBuilder {

  /** As the option {@code --builder} names it. */
  String name();

  /** The engine that keeps what is built. */
  Engine engine();

  /**
   * The command that builds a phase.
   *
   * @param folder a private one, for the files that the command needs besides the context
   * @param imageIdFile where the command writes the id of the result
   */
  Command command(PhaseBuild phase, Path folder, Path imageIdFile) throws IOException;

  /** A line as the builder's user thinks of it, without the builder's own prefixes. */
  String readable(String line);
}
