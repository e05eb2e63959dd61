package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.Builder;
import io.jenkins.plugins.aiimage.dockerfile.FeatureUse;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.PhaseFacts;
import io.jenkins.plugins.aiimage.registry.Platform;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.util.List;
import java.util.Optional;

/** What can be known to fail before the first phase is built. */
final class Preflight {
  private Preflight() {}

  static void check(PrepareRequest request, ReadRecipe recipe, Builder builder, List<Phase> toBuild)
      throws UseCaseException {
    boolean classic = builder.name().equals("docker");
    if (classic && !request.build().secrets().isEmpty()) {
      throw UseCaseException.input(
          "Docker's classic builder knows no secrets; use a docker client with BuildKit.");
    }
    if (classic && recipe.ignoreFile().isPresent()) {
      throw UseCaseException.input(
          "Docker's classic builder does not read "
              + request.recipe().dockerfile().getFileName()
              + ".dockerignore; use a docker client with BuildKit, or name the file .dockerignore.");
    }
    if (request.recipe().platform().isEmpty()
        && !builder.engine().platform().equals(recipe.platform())) {
      throw UseCaseException.input(
          "This engine builds for "
              + builder.engine().platform()
              + " and this machine is "
              + recipe.platform()
              + "; say which you want.");
    }
    platform(builder, recipe.platform());
    syntax(request, recipe, builder, toBuild);
  }

  /** Docker 20.10 takes layers of any platform from its cache, and so builds for another one. */
  static void platform(Builder builder, String asked) throws UseCaseException {
    String engine = builder.engine().platform();
    if (builder.name().equals("docker") && isForeign(engine, asked)) {
      throw UseCaseException.input(
          "Docker's classic builder cannot be relied on to build for "
              + asked
              + " on "
              + engine
              + "; use a docker client with BuildKit, or podman or buildah.");
    }
  }

  private static boolean isForeign(String engine, String asked) {
    return Platform.parse(asked)
        .filter(platform -> Platform.parse(engine).filter(platform::isSameAs).isEmpty())
        .isPresent();
  }

  private static void syntax(
      PrepareRequest request, ReadRecipe recipe, Builder builder, List<Phase> toBuild)
      throws UseCaseException {
    boolean namesSyntax =
        recipe.dockerfile().dockerfile().namesSyntax()
            || request.recipe().buildArguments().containsKey("BUILDKIT_SYNTAX");
    BuilderSyntax known =
        new BuilderSyntax(builder.name(), builder.engine().version(), namesSyntax);
    for (FeatureUse use : new PhaseFacts(recipe.dockerfile()).features(toBuild)) {
      Optional<String> missing = known.missing(use.feature());
      if (missing.isPresent()) {
        throw UseCaseException.input(
            request.recipe().name() + ", line " + use.line() + ": " + missing.get() + ".");
      }
    }
  }
}
