package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.context.BuildContext;
import io.jenkins.plugins.aiimage.context.ContentKeys;
import io.jenkins.plugins.aiimage.context.ContextException;
import io.jenkins.plugins.aiimage.context.DockerIgnore;
import io.jenkins.plugins.aiimage.dockerfile.Dockerfile;
import io.jenkins.plugins.aiimage.dockerfile.DockerfileException;
import io.jenkins.plugins.aiimage.dockerfile.ImageReference;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.preset.PresetFolder;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a recipe as far as it can be read without an engine: its phases and their keys. */
final class RecipeReader {
  private final BaseImages baseImages;
  private final Map<String, String> environment;

  RecipeReader(BaseImages baseImages, Map<String, String> environment) {
    this.baseImages = baseImages;
    this.environment = Map.copyOf(environment);
  }

  ReadRecipe read(PrepareRequest request) throws UseCaseException {
    PrepareRequest.Recipe asked = request.recipe();
    String platform = asked.platform().orElseGet(this::usualPlatform);
    try {
      ResolvedDockerfile dockerfile =
          ResolvedDockerfile.of(
              Dockerfile.parse(text(asked.dockerfile())),
              asked.target(),
              asked.buildArguments(),
              platform);
      return keyed(request, dockerfile, platform);
    } catch (DockerfileException e) {
      String place = e.line() > 0 ? ", line " + e.line() : "";
      throw UseCaseException.input(asked.name() + place + ": " + sentence(e.problem()));
    } catch (ContextException e) {
      throw UseCaseException.input(sentence(e.getMessage()));
    } catch (InvalidPathException e) {
      // Java 17 takes file names by the locale; in C and POSIX they are ASCII.
      throw UseCaseException.input(
          "This locale cannot name the file \"" + e.getInput() + "\": set LC_ALL=C.UTF-8.");
    } catch (IOException e) {
      throw UseCaseException.input(
          "The context " + asked.context() + " cannot be read: " + e.getMessage() + ".");
    }
  }

  private ReadRecipe keyed(PrepareRequest request, ResolvedDockerfile dockerfile, String platform)
      throws UseCaseException, IOException {
    PrepareRequest.Recipe asked = request.recipe();
    List<Phase> phases = dockerfile.phases();
    PhaseWishes wishes = new PhaseWishes(request, dockerfile, phases);
    wishes.check();
    Phase goal = wishes.goal();
    List<String> warnings = new ArrayList<>(wishes.warnings());
    if (!dockerfile.unusedBuildArguments().isEmpty()) {
      warnings.add(
          "No ARG of the Dockerfile takes the build argument "
              + String.join(", ", dockerfile.unusedBuildArguments())
              + ".");
    }
    Map<String, String> identities = new HashMap<>();
    Map<String, String> pins = new HashMap<>();
    for (ImageReference image : images(dockerfile)) {
      String name = image.reference();
      BaseImages.BaseImage base = baseImages.resolve(name);
      if (base instanceof BaseImages.BaseImage.Absent absent) {
        throw new DockerfileException(
            image.span().firstLine(),
            "there is no image "
                + name
                + " in registry "
                + absent.registry()
                + "; check its name and tag");
      }
      if (base instanceof BaseImages.BaseImage.Known known) {
        identities.put(name, known.identity());
        known.pinned().ifPresent(pinned -> pins.put(name, pinned));
      } else {
        identities.put(name, name);
        warnings.add(
            "Neither its registry nor the engine says what "
                + name
                + " is; the key holds its name only, so a changed image behind it is not noticed.");
      }
    }
    BuildContext context = context(asked);
    ContentKeys keys = ContentKeys.of(dockerfile, phases, platform, identities, context);
    return new ReadRecipe(
        dockerfile,
        platform,
        phases,
        goal,
        request.until().isPresent(),
        keys.byPhase(),
        pins,
        new PhaseContexts(dockerfile, context).of(phases),
        ignoreFile(asked.dockerfile()),
        keys.files(),
        keys.bytes(),
        new RecipeInputs(dockerfile, phases).of(identities, keys.contents()),
        warnings);
  }

  /** The images by name, each where it is first named. */
  private static Collection<ImageReference> images(ResolvedDockerfile dockerfile) {
    Map<String, ImageReference> first = new LinkedHashMap<>();
    dockerfile.images().forEach(image -> first.putIfAbsent(image.reference(), image));
    return first.values();
  }

  private static BuildContext context(PrepareRequest.Recipe asked) {
    DockerIgnore ignore = DockerIgnore.find(asked.context(), asked.dockerfile());
    BuildContext context = BuildContext.of(asked.context(), ignore);
    Path beneath = asked.preset().map(PresetFolder::path).orElse(asked.context());
    return beneath.equals(asked.context())
        ? context
        : context.over(BuildContext.of(beneath, DockerIgnore.find(beneath, asked.dockerfile())));
  }

  private static Optional<String> ignoreFile(Path dockerfile) throws IOException {
    Path own = dockerfile.resolveSibling(dockerfile.getFileName() + ".dockerignore");
    return Files.isRegularFile(own) ? Optional.of(Files.readString(own)) : Optional.empty();
  }

  private static String text(Path dockerfile) throws UseCaseException {
    try {
      return Files.readString(dockerfile, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw UseCaseException.input(dockerfile + ": it is not UTF-8 text; save it as such.");
    } catch (IOException e) {
      throw UseCaseException.input(dockerfile + ": it cannot be read; check its permissions.");
    }
  }

  /** As the docker client decides, except that the engine is not asked: a hit needs none. */
  private String usualPlatform() {
    String set = environment.getOrDefault("DOCKER_DEFAULT_PLATFORM", "");
    if (!set.isEmpty()) {
      return set;
    }
    String machine = System.getProperty("os.arch");
    return "linux/"
        + switch (machine) {
          case "x86_64" -> "amd64";
          case "aarch64" -> "arm64";
          default -> machine;
        };
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
