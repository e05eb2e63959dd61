package io.jenkins.plugins.aiimage.build.engine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One phase to build.
 *
 * @param name of the phase
 * @param dockerfile its text; the phase is its last stage
 * @param context the folder that COPY reads from
 * @param readsContext false where no instruction reads a file of it, so that nothing need be sent
 * @param ignoreFile the text of a {@code .dockerignore} that belongs to the Dockerfile alone
 * @param tag name to give to the result; empty where it must first prove itself
 * @param options what the author set for the whole build
 * @param useBuilderCache whether layers that the builder remembers may be taken
 */
public record PhaseBuild(
    String name,
    String dockerfile,
    Path context,
    boolean readsContext,
    Optional<String> ignoreFile,
    Optional<String> tag,
    BuildOptions options,
    boolean useBuilderCache) {

  /**
   * What is passed to the builder as it is.
   *
   * @param buildArguments by name
   * @param platform empty: the engine's own
   * @param network of RUN instructions; empty: the engine's default
   * @param secrets files by id
   * @param addHosts {@code host:ip}
   * @param labels to add to the image
   * @param limits of each RUN instruction, where the builder can see to them
   */
  public record BuildOptions(
      Map<String, String> buildArguments,
      Optional<String> platform,
      Optional<String> network,
      Map<String, Path> secrets,
      List<String> addHosts,
      Map<String, String> labels,
      Resources limits) {
    public BuildOptions {
      buildArguments = Map.copyOf(buildArguments);
      secrets = Map.copyOf(secrets);
      addHosts = List.copyOf(addHosts);
      labels = Map.copyOf(labels);
    }

    /** Those of a build that may take what it wants of the machine. */
    BuildOptions(
        Map<String, String> buildArguments,
        Optional<String> platform,
        Optional<String> network,
        Map<String, Path> secrets,
        List<String> addHosts,
        Map<String, String> labels) {
      this(buildArguments, platform, network, secrets, addHosts, labels, Resources.NONE);
    }

    BuildOptions with(String argument, String value) {
      Map<String, String> replaced = new HashMap<>(buildArguments);
      replaced.put(argument, value);
      return new BuildOptions(replaced, platform, network, secrets, addHosts, labels, limits);
    }

    BuildOptions labelled(String name, String value) {
      Map<String, String> more = new HashMap<>(labels);
      more.put(name, value);
      return new BuildOptions(buildArguments, platform, network, secrets, addHosts, more, limits);
    }

    BuildOptions withoutNetwork() {
      return new BuildOptions(
          buildArguments, platform, Optional.empty(), secrets, addHosts, labels, limits);
    }
  }

  /** The same with another value for a build argument. */
  public PhaseBuild with(String argument, String value) {
    return with(options.with(argument, value));
  }

  /** The same with another label on the image. */
  public PhaseBuild labelled(String label, String value) {
    return with(options.labelled(label, value));
  }

  /** The same in the builder's own network. */
  PhaseBuild withoutNetwork() {
    return with(options.withoutNetwork());
  }

  /** The same without layers that the builder remembers. */
  PhaseBuild withoutBuilderCache() {
    return new PhaseBuild(name, dockerfile, context, readsContext, ignoreFile, tag, options, false);
  }

  private PhaseBuild with(BuildOptions changed) {
    return new PhaseBuild(
        name, dockerfile, context, readsContext, ignoreFile, tag, changed, useBuilderCache);
  }
}
