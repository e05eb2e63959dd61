package io.jenkins.plugins.aiimage.trivy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The environment variables by which Trivy uses the databases and asks nobody for others. */
final class Variables {
  private Variables() {}

  /**
   * Each as {@code NAME=value}. Only databases that are there: told to skip one that is not, Trivy
   * fails.
   */
  static List<String> of(TrivyRequest request) {
    List<String> variables = new ArrayList<>();
    variables.add("TRIVY_CACHE_DIR=" + request.view().orElse(request.cache()));
    for (TrivyRequest.Wanted wanted : request.databases()) {
      variables.add(wanted.database().skipVariable() + "=true");
      if (wanted.chosen() || wanted.mirror().isPresent()) {
        variables.add(wanted.database().repositoryVariable() + "=" + repositories(wanted));
      }
    }
    return List.copyOf(variables);
  }

  /** In the order of this program; of checks, Trivy takes one only. */
  private static String repositories(TrivyRequest.Wanted wanted) {
    List<Source> all = new ArrayList<>();
    wanted.mirror().ifPresent(all::add);
    all.addAll(wanted.sources());
    int most = wanted.database() == Database.CHECKS ? 1 : all.size();
    return all.subList(0, most).stream().map(Source::toString).collect(Collectors.joining(","));
  }

  static void write(Path file, List<String> variables) throws IOException {
    Files.createDirectories(file.getParent());
    Path written = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
    Files.writeString(written, String.join("\n", variables) + "\n");
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
