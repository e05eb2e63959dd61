package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.PhasePolicy;
import io.jenkins.plugins.aiimage.build.engine.Resources;
import io.jenkins.plugins.aiimage.dockerfile.PhaseSettings;
import io.jenkins.plugins.aiimage.preset.PresetFolder;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All that a run of prepare is asked for. Made and checked by {@link RequestReader}.
 *
 * @param label what people call the image
 * @param force build anew whatever is cached
 * @param until the phase to stop after; empty: make the whole image
 * @param naming how whoever asked calls a parameter, by its name
 */
public record PrepareRequest(
    Recipe recipe,
    Destination destination,
    Build build,
    Publication publication,
    String label,
    boolean force,
    boolean dryRun,
    Optional<String> until,
    UnaryOperator<String> naming) {

  /** The same, but only to say what would be done. */
  public PrepareRequest asDryRun() {
    return new PrepareRequest(
        recipe, destination, build, publication, label, force, true, until, naming);
  }

  /** The same as far as that phase: no tag is for its image, and no gate. */
  PrepareRequest until(String phase) {
    return new PrepareRequest(
        recipe,
        destination.untagged(),
        build,
        publication.ofPhase(),
        label,
        force,
        dryRun,
        Optional.of(phase),
        naming);
  }

  /** The same for one of the platforms: to be found under its key and to get no tag. */
  PrepareRequest forPlatform(String platform) {
    return new PrepareRequest(
        recipe.forPlatform(platform),
        destination.untagged(),
        build,
        publication.ofPart(),
        label,
        force,
        dryRun,
        until,
        naming);
  }

  /** The same without smoke tests. */
  PrepareRequest untested() {
    return new PrepareRequest(
        recipe, destination, build, publication.untested(), label, force, dryRun, until, naming);
  }

  /**
   * What the image is made of.
   *
   * @param context absolute; what it lacks of a preset's files is read from the preset's folder
   * @param dockerfile absolute
   * @param preset its files, which are there while the request is carried out
   * @param reason why it is a preset; empty if one was asked for, and if it is none
   * @param platforms in a fixed order; empty: the engine's own
   */
  public record Recipe(
      Path context,
      Path dockerfile,
      Optional<PresetFolder> preset,
      String reason,
      Optional<String> target,
      List<String> platforms,
      Map<String, String> buildArguments) {
    public Recipe {
      platforms = List.copyOf(platforms);
      buildArguments = Map.copyOf(buildArguments);
    }

    /** The one that is asked for. */
    Optional<String> platform() {
      return platforms.stream().findFirst();
    }

    /** What messages call the Dockerfile. */
    String name() {
      return preset.map(folder -> "preset " + folder.preset().name()).orElse(dockerfile.toString());
    }

    private Recipe forPlatform(String platform) {
      return new Recipe(
          context, dockerfile, preset, reason, target, List.of(platform), buildArguments);
    }
  }

  /**
   * Where the image is looked for and goes to.
   *
   * @param image repository without registry
   * @param registry empty: the local engine
   * @param cacheFrom registries that are asked after it, and only read
   */
  public record Destination(
      String image, Optional<String> registry, List<String> tags, List<String> cacheFrom) {
    public Destination {
      cacheFrom = List.copyOf(cacheFrom);
      tags = List.copyOf(tags);
    }

    private Destination untagged() {
      return new Destination(image, registry, List.of(), cacheFrom);
    }
  }

  /**
   * How it is built.
   *
   * @param standard for phases that say nothing themselves
   * @param mirrors fallbacks for phases that have none and declare their ARG
   * @param phases what was asked for by phase name
   * @param needs what it takes of the machine, and may not take more of
   * @param budget what all builds that say so may take together; what is not said is the machine's
   */
  public record Build(
      String builder,
      Optional<String> network,
      Map<String, Path> secrets,
      List<String> addHosts,
      PhasePolicy standard,
      List<PhasePolicy.Fallback> mirrors,
      Map<String, PhaseSettings> phases,
      Duration totalTimeout,
      PipSettings pip,
      Resources needs,
      Resources budget) {
    public Build {
      mirrors = List.copyOf(mirrors);
      secrets = Map.copyOf(secrets);
      addHosts = List.copyOf(addHosts);
      phases = Map.copyOf(phases);
    }
  }

  /**
   * What happens to the result.
   *
   * @param maxBytes largest size, unpacked
   */
  public record Publication(
      Pull pull,
      List<String> smokeTests,
      Optional<Long> maxBytes,
      boolean push,
      boolean requireRegistry) {
    public Publication {
      smokeTests = List.copyOf(smokeTests);
    }

    /** Only the registry joins the parts, and only the whole is pulled. */
    private Publication ofPart() {
      return new Publication(Pull.NEVER, smokeTests, maxBytes, push, true);
    }

    private Publication ofPhase() {
      return new Publication(Pull.NEVER, List.of(), Optional.empty(), push, requireRegistry);
    }

    /** Whether an image must pass something before it gets its key. */
    boolean isGated() {
      return maxBytes.isPresent() || !smokeTests.isEmpty();
    }

    private Publication untested() {
      return new Publication(pull, List.of(), maxBytes, push, requireRegistry);
    }
  }

  /** A failure that names the parameter. */
  UseCaseException wrong(String parameter, String problem) {
    return UseCaseException.input(naming.apply(parameter) + ": " + problem + ".");
  }

  /** Whether this machine's engine must have the image at the end. */
  public enum Pull {
    NEVER,
    MISSING,
    ALWAYS
  }
}
