package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeProgramTest {
  @TempDir private Path folder;

  @Test
  void shouldRunOnThisMachineAndEndWithZero() throws IOException, InterruptedException {
    Optional<byte[]> program = ProbeProgram.of(System.getProperty("os.arch"));
    assumeTrue(program.isPresent(), "no program for this machine");
    assumeTrue(System.getProperty("os.name").equals("Linux"), "not Linux");
    Path file = Files.write(folder.resolve("program"), program.get());
    assertTrue(file.toFile().setExecutable(true));
    assertEquals(0, new ProcessBuilder(file.toString()).start().waitFor());
  }

  @Test
  void shouldKnowBothUsualMachines() {
    assertEquals(129, ProbeProgram.of("amd64").orElseThrow().length);
    assertEquals(132, ProbeProgram.of("aarch64").orElseThrow().length);
    assertEquals(Optional.empty(), ProbeProgram.of("s390x"));
  }
}
