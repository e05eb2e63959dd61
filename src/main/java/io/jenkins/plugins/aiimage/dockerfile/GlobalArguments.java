package io.jenkins.plugins.aiimage.dockerfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scope of FROM: automatic platform arguments and the ARGs before the first FROM. */
final class GlobalArguments {
  private static final List<String> OF_THE_BUILDER =
      List.of("BUILDPLATFORM", "BUILDOS", "BUILDARCH", "BUILDVARIANT", "TARGETSTAGE");
  private static final List<String> OF_THE_TARGET =
      List.of("TARGETPLATFORM", "TARGETOS", "TARGETARCH", "TARGETVARIANT");
  private static final List<String> PROXIES =
      List.of("HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY");

  private GlobalArguments() {}

  static Recipe recipe(Dockerfile file, Map<String, String> buildArguments, String platform) {
    Scope global = Scope.closed();
    Recipe recipe = new Recipe(file, Map.copyOf(buildArguments), global);
    // Where the builder runs must not change what is built, so its platform is left unknown.
    for (String name : OF_THE_BUILDER) {
      global.setArgument(name, Optional.ofNullable(buildArguments.get(name)));
    }
    String[] parts = platform.split("/", 3);
    String[] values = {
      platform, parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : ""
    };
    for (int i = 0; i < values.length; i++) {
      String name = OF_THE_TARGET.get(i);
      global.setArgument(name, Optional.of(buildArguments.getOrDefault(name, values[i])));
    }
    for (Instruction instruction : file.globalArguments()) {
      declare(recipe, instruction);
    }
    return recipe;
  }

  private static void declare(Recipe recipe, Instruction instruction) {
    Scope global = recipe.global();
    for (Assignment assignment : Assignment.of(instruction, recipe.dockerfile().escape())) {
      String supplied = recipe.buildArguments().get(assignment.name());
      if (supplied != null) {
        global.setArgument(assignment.name(), Optional.of(supplied));
      } else if (assignment.value().isPresent()) {
        String word = assignment.value().get();
        global.setArgument(assignment.name(), recipe.expand(word, global, instruction.line()));
      }
    }
  }

  /** Whether builders take a build argument of this name without any ARG. */
  static boolean isPredefined(String name) {
    return OF_THE_BUILDER.contains(name)
        || OF_THE_TARGET.contains(name)
        || PROXIES.stream().anyMatch(name::equalsIgnoreCase)
        || name.startsWith("BUILDKIT_")
        || name.equals("SOURCE_DATE_EPOCH");
  }
}
