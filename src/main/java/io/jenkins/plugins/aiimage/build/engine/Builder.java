package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.Command;
import io.jenkins.plugins.aiimage.build.process.ProcessTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A way to turn a Dockerfile into an image of the engine. */
public sealed interface Builder permits BuildKit, ClassicBuilder, StoreBuilder {

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

  /**
   * A line as the builder's user thinks of it, without the builder's own prefixes; empty for one
   * that means nothing to a user.
   */
  String readable(String line);

  /** What is known of the build after another line of its output, without colours. */
  BuildTrace follow(BuildTrace before, String line);

  /**
   * What the engine does itself while the build says nothing and its RUN has ended, for instance
   * {@code committing the layer}: a healthy silence. Empty if a RUN goes on or nobody knows.
   *
   * @param client the command's process
   */
  Optional<String> silentWork(BuildTrace trace, ProcessHandle client);

  /**
   * Where a build hangs, as far as that can be asked before it is killed: the processes inside it.
   *
   * @param client the command's process
   */
  List<String> processes(BuildTrace trace, ProcessHandle client);

  /** Ends a build that goes on. Whatever of it is left then is the business of {@link #cleanUp}. */
  default void kill(ProcessTree client) {
    client.kill();
  }

  /**
   * Takes away what the killed build left: its containers, and processes that outlived the kill.
   *
   * @param folder the one that its command was made with
   * @return what would not go, in words; empty if nothing is left
   */
  Optional<String> cleanUp(BuildTrace trace, Path folder);

  /** Whether RUN instructions take no more than the limits of a build. */
  boolean isLimiting();
}
