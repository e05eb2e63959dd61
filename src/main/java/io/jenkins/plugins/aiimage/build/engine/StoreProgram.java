package io.jenkins.plugins.aiimage.build.engine;

import com.google.gson.JsonArray;
import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A program of an image, run by a build: {@code podman run} sets limits that a machine may not
 * allow, and neither knows the isolation chroot. ONBUILD instructions of the image are carried out
 * before it, as {@code buildah from} would do too.
 *
 * <p>The build always fails, so that no image comes of it: with such an image buildah 1.28 would
 * remove the tested one too, which has no name yet.
 */
record StoreProgram(StoreBuilder builder) {
  private static final String ALGORITHM = "sha256:";
  private static final String ENDED = "ai-image: smoke test ended with ";
  private static final String SCRIPT =
      "\"$@\" 2>&1; code=$?; echo; echo \"" + ENDED + "$code\"; exit 1";

  /** Runs a command line by the image's shell. */
  SmokeTest.Outcome smokeTest(String image, SmokeTest test) throws EngineException {
    List<String> command = List.of("/bin/sh", "-c", test.commandLine());
    return SmokeTest.Outcome.of(
        StoreOutput.ofProgram(run(image, command, test.network(), test.timeout())));
  }

  /** What the program says; empty if it is not there or fails. It has no network. */
  Optional<String> output(String image, Duration timeout, String... command)
      throws EngineException {
    ShortCommand.Result answer = run(image, List.of(command), Optional.of("none"), timeout);
    return answer.succeeded() ? Optional.of(answer.output()) : Optional.empty();
  }

  private ShortCommand.Result run(
      String image, List<String> command, Optional<String> network, Duration timeout)
      throws EngineException {
    JsonArray words = new JsonArray();
    List.of("/bin/sh", "-c", SCRIPT, "sh").forEach(words::add);
    command.forEach(words::add);
    String id = image.startsWith(ALGORITHM) ? image.substring(ALGORITHM.length()) : image;
    ShortCommand.Result answer =
        new ThrowAwayBuild(builder, network, timeout)
            .run("FROM " + id + "\nRUN " + words + "\n", Optional.empty());
    return ofCommand(answer);
  }

  /** The answer of the command line itself, if it came to an end. */
  static ShortCommand.Result ofCommand(ShortCommand.Result build) {
    List<String> lines = build.output().lines().toList();
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i).startsWith(ENDED)) {
        int code = Integer.parseInt(lines.get(i).substring(ENDED.length()).strip());
        return new ShortCommand.Result(code, String.join("\n", lines.subList(0, i)));
      }
    }
    return build;
  }
}
