package io.jenkins.plugins.aiimage.jenkins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclarationsTest {
  @Test
  void shouldDeclareTypesOfJenkinsAsTheyAre() throws Exception {
    assertEquals(
        List.of(),
        DeclarationCheck.differences(Path.of("src/jenkins-api/java"), Path.of("target/classes")));
  }
}
