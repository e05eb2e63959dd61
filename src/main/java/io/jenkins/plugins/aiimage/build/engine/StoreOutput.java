package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What podman and buildah say of a build (measured with 4.3 and 1.28). */
final class StoreOutput {
  private static final String STAGE = "(?:\\[\\d+/\\d+\\] )?";
  private static final Pattern STEP = Pattern.compile(STAGE + "STEP \\d+/\\d+: (.*)");
  private static final Pattern COMMIT = Pattern.compile(STAGE + "COMMIT\\b.*");
  private static final Pattern OWN =
      Pattern.compile(
          STAGE
              + "(?:STEP \\d|COMMIT\\b|--> |Error: |time=\"|error running container: |: exit status \\d"
              + "|subprocess exited ).*");

  private StoreOutput() {}

  static BuildTrace follow(BuildTrace before, String line) {
    Matcher step = STEP.matcher(line);
    if (step.matches()) {
      return before.announced(step.group(1));
    }
    return COMMIT.matcher(line).matches() ? before.announced("committing the image") : before;
  }

  /** The same answer without what the builder says around it, if the program said anything. */
  static ShortCommand.Result ofProgram(ShortCommand.Result answer) {
    List<String> words =
        answer
            .output()
            .lines()
            .filter(line -> !line.isBlank() && !OWN.matcher(line).matches())
            .toList();
    return words.isEmpty()
        ? answer
        : new ShortCommand.Result(answer.exitCode(), String.join("\n", words));
  }
}
