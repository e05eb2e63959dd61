package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import org.junit.jupiter.api.Test;

class StoreOutputTest {
  private static String complaint(int exitCode, String output) {
    return StoreOutput.ofProgram(new ShortCommand.Result(exitCode, output)).complaint();
  }

  @Test
  void shouldTellTheWordsOfACommandFromThoseOfPodman() {
    String output =
        """
        STEP 1/2: FROM ed405b501670aa784a907e1f5571fe8d2855dc4b284234d901721250d3c45ee1
        STEP 2/2: RUN ["/bin/sh","-c","echo hello; cat /missing"]
        hello
        cat: can't open '/missing': No such file or directory
        subprocess exited with status 1
        subprocess exited with status 1
        Error: building at STEP "RUN /bin/sh -c echo hello; cat /missing": exit status 1
        """;
    assertEquals("cat: can't open '/missing': No such file or directory", complaint(1, output));
  }

  @Test
  void shouldSayWhatPodmanSaysWhereTheCommandSaidNothing() {
    String output =
        """
        STEP 2/2: RUN ["/bin/sh","-c","exit 7"]
        Error: building at STEP "RUN /bin/sh -c exit 7": while running runtime: exit status 7
        """;
    assertEquals(
        "Error: building at STEP \"RUN /bin/sh -c exit 7\": while running runtime: exit status 7",
        complaint(7, output));
  }
}
