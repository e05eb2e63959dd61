package io.jenkins.plugins.aiimage.build.engine;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds out how podman and buildah can run something on this machine: by having them run a program
 * that does nothing. What was found holds for a day, as long as client and kernel are the same.
 */
record Isolations(Memory memory, Clock clock) {
  private static final Duration REMEMBERED = Duration.ofDays(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String DOCKERFILE = "FROM scratch\nCOPY program /\nRUN [\"/program\"]\n";

  /**
   * The first isolation that runs something; the default where none does, so that the build itself
   * says why.
   *
   * @param network of RUN instructions: not every isolation has every network
   */
  Isolation find(Engine engine, Store store, Optional<String> network) throws EngineException {
    Optional<byte[]> program = ProbeProgram.of(System.getProperty("os.arch"));
    if (program.isEmpty()) {
      return Isolation.DEFAULT;
    }
    boolean runc = !SearchPath.programs(store.client().environment(), "runc").isEmpty();
    String name = nameOf(store, network, runc);
    Optional<Isolation> known = memory.read(name).flatMap(this::fresh);
    if (known.isPresent()) {
      return known.get();
    }
    for (Isolation isolation : Isolation.values()) {
      boolean possible = isolation != Isolation.RUNC || runc;
      if (possible && works(engine, store.with(isolation), network, program)) {
        memory.write(name, clock.millis() + " " + isolation.name());
        return isolation;
      }
    }
    return Isolation.DEFAULT;
  }

  private static boolean works(
      Engine engine, Store store, Optional<String> network, Optional<byte[]> program)
      throws EngineException {
    StoreBuilder builder = new StoreBuilder(engine, store);
    return new ThrowAwayBuild(builder, network, PATIENCE).run(DOCKERFILE, program).succeeded();
  }

  private static String nameOf(Store store, Optional<String> network, boolean runc) {
    String all =
        String.join(
            " ",
            store.client().program().toString(),
            store.facts().version(),
            store.facts().runtime(),
            System.getProperty("os.version"),
            System.getProperty("user.name"),
            network.orElse(""),
            store.client().environment().getOrDefault("BUILDAH_ISOLATION", ""),
            runc ? "runc" : "");
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Optional<Isolation> fresh(String text) {
    int blank = text.indexOf(' ');
    try {
      Instant tried = Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(0, blank))));
      Instant now = clock.instant();
      boolean valid = !tried.isAfter(now) && tried.plus(REMEMBERED).isAfter(now);
      return valid ? Isolation.named(text.substring(blank + 1).strip()) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
