package io.jenkins.plugins.aiimage.build.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The processes of the instruction that a podman or buildah process carries out. While one runs,
 * the client has a child that names itself {@code buildah-oci-runtime} or {@code
 * buildah-chroot-runtime}, and all processes of the instruction descend from that; the child ends
 * before the layer is committed (buildah 1.28).
 */
final class RunProcesses {
  private static final String HELPER = "buildah-";

  private RunProcesses() {}

  /** Whether an instruction is being carried out. */
  static boolean any(ProcessHandle client) {
    return client.descendants().anyMatch(RunProcesses::isHelper);
  }

  /** Process id and command line of each; without those of buildah itself. */
  static List<String> table(ProcessHandle client) {
    List<String> table = new ArrayList<>();
    client
        .descendants()
        .filter(RunProcesses::isHelper)
        .findFirst()
        .ifPresent(
            helper ->
                helper
                    .descendants()
                    .filter(process -> !isHelper(process))
                    .forEach(
                        process ->
                            commandLine(process)
                                .ifPresent(line -> table.add(process.pid() + " " + line))));
    return table;
  }

  private static boolean isHelper(ProcessHandle process) {
    return commandLine(process).orElse("").startsWith(HELPER);
  }

  /** As the process names itself: {@link ProcessHandle.Info} would give the program's file. */
  private static Optional<String> commandLine(ProcessHandle process) {
    try {
      byte[] words = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/cmdline"));
      String line = new String(words, StandardCharsets.UTF_8).replace('\0', ' ').strip();
      return line.isEmpty() ? Optional.empty() : Optional.of(line);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
