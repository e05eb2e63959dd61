package io.jenkins.plugins.aiimage.build.engine;

import java.util.List;
import java.util.Optional;

/** How podman and buildah run an instruction. */
enum Isolation {
  /** As their configuration says. */
  DEFAULT("", ""),

  /** By another runtime than the configured one: crun 1.8 runs nothing where cgroups are hybrid. */
  RUNC(", runtime runc", "--runtime=runc"),

  /**
   * With a root folder of its own and little else, as in a container that may start none itself.
   * The network is the host's.
   */
  CHROOT(", isolation chroot", "--isolation=chroot");

  private final String words;
  private final String option;

  Isolation(String words, String option) {
    this.words = words;
    this.option = option;
  }

  /** To append to a version. */
  String words() {
    return words;
  }

  /** The beginning of a command that runs something in a container. */
  List<String> subcommand(String program, String name) {
    if (option.isEmpty()) {
      return List.of(name);
    }
    // podman takes a runtime only before the subcommand, buildah after it.
    boolean before = this == RUNC && program.equals(StoreClient.PODMAN);
    return before ? List.of(option, name) : List.of(name, option);
  }

  static Optional<Isolation> named(String name) {
    for (Isolation isolation : values()) {
      if (isolation.name().equals(name)) {
        return Optional.of(isolation);
      }
    }
    return Optional.empty();
  }
}
