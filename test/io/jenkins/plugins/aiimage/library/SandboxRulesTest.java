package io.jenkins.plugins.aiimage.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What was seen to fail in Jenkins' sandbox, or once a pipeline's state is saved. */
class SandboxRulesTest {
  private static List<String> found(String pattern) throws IOException {
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> variables = Files.newDirectoryStream(Path.of("vars"), "*.groovy")) {
      for (Path variable : variables) {
        Pattern.compile(pattern)
            .matcher(Files.readString(variable))
            .results()
            .map(MatchResult::group)
            .forEach(found::add);
      }
    }
    return found;
  }

  @Test
  void shouldConstructNothingButWhatTheSandboxAllows() throws Exception {
    // new LinkedHashMap(map) wants an approval; [:] + map does not.
    assertEquals(List.of("new JsonSlurper("), found("\\bnew [A-Z]\\w*\\("));
  }

  @Test
  void shouldNotCountByRanges() throws Exception {
    // An IntRange cannot be saved.
    assertEquals(List.of(), found("\\w\\.\\.<?\\w"));
  }
}
