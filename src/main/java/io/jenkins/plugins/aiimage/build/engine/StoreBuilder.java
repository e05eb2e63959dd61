package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.Command;
import io.jenkins.plugins.aiimage.build.process.ProcessTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code podman build} or {@code buildah build}: two programs around one builder. */
record StoreBuilder(Engine engine, Store store) implements Builder {
  /** Docker's names for what is the default here; to podman they would be networks of a user's. */
  private static final Set<String> USUAL_NETWORK = Set.of("default", "bridge");

  private static final Pattern ON_SCRATCH = Pattern.compile("(?im)^\\s*FROM\\s.*\\bscratch\\b");

  private static final String MARK = "ai-image";

  @Override
  public String name() {
    return store.client().name();
  }

  @Override
  public Command command(PhaseBuild phase, Path folder, Path imageIdFile) throws IOException {
    Path dockerfile = Files.writeString(folder.resolve("Dockerfile"), phase.dockerfile());
    List<String> words = new ArrayList<>(store.isolation().subcommand(name(), "build"));
    // OCI's format has no place for SHELL, HEALTHCHECK and ONBUILD: they would be lost.
    words.add("--format=docker");
    words.addAll(List.of("--layers", "--force-rm"));
    // With the usual policy an image that is here is taken from elsewhere where that is newer.
    words.add("--pull=missing");
    words.addAll(DockerArguments.of(asUnderstood(phase), dockerfile, imageIdFile));
    if (isLimiting()) {
      words.addAll(DockerArguments.limits(phase.options().limits()));
    }
    if (phase.ignoreFile().isPresent()) {
      Path ignore = folder.resolve("dockerignore");
      words.add("--ignorefile=" + Files.writeString(ignore, phase.ignoreFile().get()));
    }
    words.add(secret(MARK, Files.createFile(mark(folder))));
    int number = 0;
    for (Map.Entry<String, Path> secret : phase.options().secrets().entrySet()) {
      number++;
      // The option is divided at its commas; a path may have some.
      Path link = folder.resolve("secret-" + number);
      words.add(secret(secret.getKey(), Files.createSymbolicLink(link, secret.getValue())));
    }
    words.add("--");
    words.add(phase.context().toString());
    Map<String, String> usual = store.client().environment();
    Map<String, String> more = new HashMap<>(BuildTemporaries.of(folder, usual).create());
    more.putAll(store.plainHttp().environment(phase.dockerfile(), folder, usual));
    return store.client().command(words, more);
  }

  private static PhaseBuild asUnderstood(PhaseBuild phase) {
    // A layer on scratch is taken from the cache whatever platform it is of (buildah 1.28).
    boolean mixes =
        phase.options().platform().isPresent() && ON_SCRATCH.matcher(phase.dockerfile()).find();
    PhaseBuild safe = mixes ? phase.withoutBuilderCache() : phase;
    return phase.options().network().filter(USUAL_NETWORK::contains).isPresent()
        ? safe.withoutNetwork()
        : safe;
  }

  private static String secret(String id, Path file) {
    return "--secret=id=" + id + ",src=" + file;
  }

  /**
   * A secret that no instruction asks for changes neither image nor cache, and the store notes its
   * file with every container of the build: by that they are told from those of other builds.
   */
  private static Path mark(Path folder) {
    return folder.resolve("mark");
  }

  /** In a mere root folder limits are taken without a word, and have no effect (buildah 1.28). */
  @Override
  public boolean isLimiting() {
    return store.isolation() != Isolation.CHROOT;
  }

  @Override
  public String readable(String line) {
    return line;
  }

  @Override
  public BuildTrace follow(BuildTrace before, String line) {
    return StoreOutput.follow(before, line);
  }

  /** Neither a commit nor a download shows its progress where there is no terminal. */
  @Override
  public Optional<String> silentWork(BuildTrace trace, ProcessHandle client) {
    if (trace.instruction().isEmpty() || RunProcesses.any(client)) {
      return Optional.empty();
    }
    String step = trace.instruction().get();
    return Optional.of(step.startsWith("RUN ") ? "committing the layer" : step);
  }

  @Override
  public List<String> processes(BuildTrace trace, ProcessHandle client) {
    return RunProcesses.table(client);
  }

  /**
   * Unasked: a buildah that is asked to end takes its containers away and leaves processes that
   * nothing tells from others any more (isolation chroot); a podman that is asked ends with 0.
   */
  @Override
  public void kill(ProcessTree client) {
    client.killUnasked();
  }

  @Override
  public Optional<String> cleanUp(BuildTrace trace, Path folder) {
    return new StoreLeftovers(store)
        .remove(mark(folder).toString(), BuildTemporaries.of(folder, store.client().environment()));
  }
}
