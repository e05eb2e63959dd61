package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.build.engine.Builder;

/** What can be known to fail before the first phase is built. */
final class Preflight {
  private Preflight() {}

  static void check(PrepareRequest request, ReadRecipe recipe, Builder builder)
      throws PrepareException {
    boolean classic = builder.name().equals("docker");
    if (classic && !request.build().secrets().isEmpty()) {
      throw PrepareException.input(
          "Docker's classic builder knows no secrets; use a docker client with BuildKit.");
    }
    if (classic && recipe.ignoreFile().isPresent()) {
      throw PrepareException.input(
          "Docker's classic builder does not read "
              + request.recipe().dockerfile().getFileName()
              + ".dockerignore; use a docker client with BuildKit, or name the file .dockerignore.");
    }
    if (request.recipe().platform().isEmpty()
        && !builder.engine().platform().equals(recipe.platform())) {
      throw PrepareException.input(
          "This engine builds for "
              + builder.engine().platform()
              + " and this machine is "
              + recipe.platform()
              + "; say which you want.");
    }
  }
}
