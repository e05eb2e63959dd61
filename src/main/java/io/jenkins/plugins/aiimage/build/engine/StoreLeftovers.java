package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.build.process.Command;
import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a podman or buildah that was killed leaves: containers, and processes inside them. */
record StoreLeftovers(Store store) {
  private static final Duration TO_DIE = Duration.ofSeconds(5);
  private static final int ROUNDS = 5;

  /**
   * Removes all that carries a mark, and the build's temporary files.
   *
   * @return what would not go, in words; empty if nothing is left
   */
  Optional<String> remove(String mark, BuildTemporaries temporaries) {
    // The runtime keeps a state and a cgroup of its own.
    temporaries.runtimeNames().forEach(name -> tell(runtime(), "delete", "--force", name));
    List<WorkingContainer> containers = marked(mark);
    if (!containers.isEmpty()) {
      containers.forEach(StoreLeftovers::end);
      removeContainers(containers);
      removeHalfWrittenImages();
    }
    temporaries.remove();
    List<String> left = marked(mark).stream().map(WorkingContainer::id).toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The build's containers "
                + String.join(", ", left)
                + " are still in the store of "
                + store.client().name()
                + ".");
  }

  private List<WorkingContainer> marked(String mark) {
    return WorkingContainer.marked(store.facts().containers(), mark);
  }

  private static void end(WorkingContainer container) {
    for (int round = 0; round < ROUNDS; round++) {
      // Again, because what is being killed may just have started another.
      List<ProcessHandle> alive = container.processes();
      if (alive.isEmpty()) {
        break;
      }
      alive.forEach(ProcessHandle::destroyForcibly);
      alive.forEach(StoreLeftovers::await);
    }
  }

  private static void await(ProcessHandle process) {
    try {
      ProcessHandle unused = process.onExit().get(TO_DIE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // What is left is told in the end.
      return;
    }
  }

  private String runtime() {
    return switch (store.isolation()) {
      case DEFAULT -> store.facts().runtime();
      case RUNC -> "runc";
      case CHROOT -> "";
    };
  }

  private void removeHalfWrittenImages() {
    try {
      new HalfWrittenImages(store.client().unabortable()).remove();
    } catch (EngineException e) {
      // Another process was faster, or the client says so at the next command.
      return;
    }
  }

  private void removeContainers(List<WorkingContainer> containers) {
    List<String> words = new ArrayList<>(List.of(store.client().program().toString(), "rm"));
    if (store.client().name().equals(StoreClient.PODMAN)) {
      words.add("--force"); // takes away what it did not make itself
    }
    containers.forEach(container -> words.add(container.id()));
    tell(words);
  }

  private void tell(String runtime, String... arguments) {
    if (!runtime.isEmpty()) {
      List<Path> found =
          SearchPath.programs(
              store.client().environment(), String.valueOf(Path.of(runtime).getFileName()));
      List<String> words = new ArrayList<>();
      words.add(found.isEmpty() ? runtime : found.get(0).toString());
      words.addAll(List.of(arguments));
      tell(words);
    }
  }

  /** Whether it did what it was told is seen by what is left. An aborted run cleans up too. */
  private void tell(List<String> words) {
    try {
      ShortCommand.Result unused =
          ShortCommand.run(
              new Command(words, store.client().environment()), StoreClient.PATIENCE, new Abort());
    } catch (IOException e) {
      return;
    }
  }
}
