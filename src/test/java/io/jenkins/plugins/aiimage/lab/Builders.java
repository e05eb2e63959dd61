package io.jenkins.plugins.aiimage.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.aiimage.cli.Lab;
import io.jenkins.plugins.aiimage.cli.Lab.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The builders by what {@code ai-image} does with them here.
 *
 * @param available those that built something
 * @param refused the others, with the last words about each
 */
record Builders(List<String> available, Map<String, String> refused) {
  static final List<String> ALL = List.of("docker", "buildkit", "podman", "buildah");

  Builders {
    available = List.copyOf(available);
    refused = Map.copyOf(refused);
  }

  /** Builds something small with each. */
  static Builders tried(Path folder) throws IOException {
    Lab lab = Lab.required(folder.resolve("state"));
    Path context = Lab.context(folder.resolve("context"), Map.of("Dockerfile", DOCKERFILE));
    Map<String, String> refused = new LinkedHashMap<>();
    for (String builder : ALL) {
      Said said =
          lab.aiImage(
              "prepare",
              "--context=" + context,
              "--image=" + Lab.newImage(),
              "--registry=" + lab.registry(),
              "--network=host",
              "--retries=0",
              "--builder=" + builder);
      if (said.exitCode() != 0) {
        refused.put(builder, (said.out() + said.err()).strip());
      }
    }
    return new Builders(
        ALL.stream().filter(builder -> !refused.containsKey(builder)).toList(), refused);
  }

  private static final String DOCKERFILE =
      "FROM scratch\nCOPY busybox /busybox\nRUN [\"/busybox\", \"true\"]\n";

  /** The image with pip, or a skipped test where there is none. */
  static String pythonImage() {
    String image = System.getenv("AI_IMAGE_TEST_PYTHON");
    assumeTrue(image != null, "no image with pip: bin/lab run --python");
    return image;
  }
}
