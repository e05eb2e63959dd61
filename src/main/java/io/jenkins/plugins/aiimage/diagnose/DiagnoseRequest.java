package io.jenkins.plugins.aiimage.diagnose;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * All that a run of diagnose is asked for. Made and checked by {@link DiagnoseReader}.
 *
 * @param name of the Dockerfile, as it was given
 * @param buildArguments by name
 * @param otherIndexes addresses that are named outside the Dockerfile
 * @param top how many folders are told
 * @param online whether package indexes are asked
 * @param timeout of each index
 * @param writeIgnore whether {@code .dockerignore} gets what it lacks
 * @param split whether lists of packages are divided
 * @param overwrite whether parts of a list may take the place of files that are there
 * @param dryRun whether files are only shown
 */
public record DiagnoseRequest(
    Path context,
    Path dockerfile,
    String name,
    Map<String, String> buildArguments,
    List<String> otherIndexes,
    int top,
    boolean online,
    Duration timeout,
    boolean writeIgnore,
    boolean split,
    boolean overwrite,
    boolean dryRun) {
  public DiagnoseRequest {
    buildArguments = Map.copyOf(buildArguments);
    otherIndexes = List.copyOf(otherIndexes);
  }
}
