package io.jenkins.plugins.aiimage.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DockerfileTest {
  @Test
  void shouldJoinContinuedLinesAndDropTheirComments() {
    Dockerfile file =
        Dockerfile.parse(
            "FROM python:3.11\nRUN pip install \\\n  # heavy\n\n  torch \\ \n  numpy\n");

    Instruction run = file.stages().get(0).instructions().get(0);

    assertEquals("pip install   torch   numpy", run.arguments());
    assertEquals(new Span(2, 6, 17, file.text().length()), run.span());
    assertEquals(List.of(), run.flags());
  }
}
