package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.registry.Platform;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import io.jenkins.plugins.aiimage.usecase.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the parameter that names platforms. */
final class Platforms {
  private static final String PARAMETER = "platform";
  private static final int MOST = 16;

  private Platforms() {}

  /** The platforms by name; empty if none is asked for. */
  static List<String> read(Values values) throws UseCaseException {
    Optional<String> given = values.one(PARAMETER);
    if (given.isEmpty()) {
      return List.of();
    }
    List<Platform> platforms = new ArrayList<>();
    for (String text : given.get().split(",", -1)) {
      String name = text.strip();
      Platform platform = Platform.parse(name).orElseThrow(() -> none(values, name));
      if (platforms.stream().anyMatch(platform::isSameAs)) {
        throw values.wrong(PARAMETER, name + " is given twice");
      }
      platforms.add(platform);
    }
    if (platforms.size() > MOST) {
      throw values.wrong(
          PARAMETER, platforms.size() + " platforms are too many: give " + MOST + " at most");
    }
    if (platforms.size() > 1) {
      requireRegistry(values);
    }
    return platforms.stream().map(Platform::toString).sorted().toList();
  }

  private static UseCaseException none(Values values, String name) {
    return values.wrong(
        PARAMETER,
        name.isEmpty()
            ? "a platform is missing between commas"
            : "\"" + name + "\" is none: write OS/ARCH such as linux/amd64");
  }

  /** Images are joined where all clients look for them; an engine's store keeps one platform. */
  private static void requireRegistry(Values values) throws UseCaseException {
    if (values.one("registry").isEmpty()) {
      throw values.wrong(
          PARAMETER,
          "an image for several platforms needs a registry; name one by "
              + values.called("registry")
              + ", or give one platform");
    }
    if (values.isSet("push")) {
      throw values.wrong(
          PARAMETER,
          "an image for several platforms is joined in the registry, so it must be pushed; do not"
              + " forbid that by "
              + values.called("push")
              + ", or give one platform");
    }
  }
}
