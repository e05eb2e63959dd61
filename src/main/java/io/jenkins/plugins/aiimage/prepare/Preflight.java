package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.Builder;
import io.jenkins.plugins.aiimage.dockerfile.FeatureUse;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.PhaseFacts;
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
    syntax(request, recipe, builder, toBuild);
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
            request.recipe().dockerfile() + ", line " + use.line() + ": " + missing.get() + ".");
      }
    }
  }
}
