package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreProgramTest {
  private static Optional<String> failure(int exitCode, String output) {
    SmokeTest.Outcome outcome =
        SmokeTest.Outcome.of(
            StoreOutput.ofProgram(
                StoreProgram.ofCommand(new ShortCommand.Result(exitCode, output))));
    return outcome.passed() ? Optional.empty() : Optional.of(outcome.words());
  }

  @Test
  void shouldBelieveTheCommandAndNotTheBuild() {
    String output =
        """
        STEP 2/2: RUN ["/bin/sh","-c","…","sh","echo hello"]
        hello

        ai-image: smoke test ended with 0
        Error: building at STEP "RUN /bin/sh …": while running runtime: exit status 1
        """;
    assertEquals(Optional.empty(), failure(1, output));
  }

  @Test
  void shouldGiveTheLastWordsOfACommandThatFailed() {
    String output =
        """
        STEP 2/2: RUN ["/bin/sh","-c","…","sh","cat /missing; exit 3"]
        cat: can't open '/missing': No such file or directory

        ai-image: smoke test ended with 3
        subprocess exited with status 1
        """;
    assertEquals(
        Optional.of("exit code 3: cat: can't open '/missing': No such file or directory"),
        failure(1, output));
  }

  @Test
  void shouldGiveTheBuildersWordsWhereNoShellRan() {
    String output =
        """
        STEP 2/2: RUN ["/bin/sh","-c","…","sh","true"]
        Error: building at STEP "RUN /bin/sh": while running runtime: exit status 1
        """;
    assertEquals(
        Optional.of(
            "exit code 1: Error: building at STEP \"RUN /bin/sh\": while running runtime: exit"
                + " status 1"),
        failure(1, output));
  }
}
