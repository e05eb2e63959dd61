package io.jenkins.plugins.aiimage.jenkins.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.jenkins.history.JobIndexes.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobIndexesTest {
  @TempDir private Path folder;
  private final JobIndexes indexes = new JobIndexes();

  private List<String> builds() {
    return Indexed.builds(indexes.recent(folder).get(0).entries());
  }

  @Test
  void shouldKnowNothingOfAJobWithoutImages() {
    assertEquals(State.NONE, indexes.state(folder));
    assertEquals(List.of(), indexes.recent(folder));
    assertEquals(List.of(), indexes.all(folder));
  }

  @Test
  void shouldReadAgainOnlyWhatHasChanged() throws IOException {
    assertFalse(indexes.add(folder, Indexed.hit(1)));
    assertSame(indexes.recent(folder), indexes.recent(folder));
    assertSame(indexes.all(folder), indexes.all(folder));

    assertTrue(indexes.add(folder, Indexed.hit(2)));

    assertEquals(List.of("1", "2"), builds());
    assertEquals(2, indexes.all(folder).get(0).entries().size());
    assertEquals(State.PRESENT, indexes.state(folder));
  }

  @Test
  void shouldMissAnIndexThatWasDeleted() throws IOException {
    indexes.add(folder, Indexed.hit(1));
    Files.delete(folder.resolve(JobIndex.NAME));

    assertEquals(State.LOST, indexes.state(folder));
    assertEquals(List.of(), indexes.recent(folder));
  }

  @Test
  void shouldMissTheIndexOfAJobWhoseBuildsHaveImages() throws IOException {
    assertTrue(indexes.expect(folder));
    assertFalse(indexes.expect(folder), "said once");
    assertEquals(State.LOST, indexes.state(folder));

    indexes.complete(folder, List.of());

    assertEquals(State.EMPTY, indexes.state(folder));
  }

  @Test
  void shouldCallAnIndexLostThatHoldsNothingToRead() throws IOException {
    Files.writeString(folder.resolve(JobIndex.NAME), "no run\n");

    assertEquals(State.LOST, indexes.state(folder));
  }

  @Test
  void shouldFollowAJobThatIsRenamed() throws IOException {
    Path before = Files.createDirectory(folder.resolve("before"));
    indexes.add(before, Indexed.hit(1));
    indexes.recent(before);

    Path after = Files.move(before, folder.resolve("after"));

    assertEquals(List.of("1"), Indexed.builds(indexes.recent(after).get(0).entries()));
    assertEquals(List.of(), indexes.recent(before));
  }

  @Test
  void shouldLoseNoRunOfBuildsThatEndAtOnce() throws Exception {
    List<Callable<Boolean>> builds = new ArrayList<>();
    for (int build = 1; build <= 200; build++) {
      IndexedRun run = Indexed.hit(build);
      builds.add(() -> indexes.add(folder, run));
    }
    builds.add(
        () -> {
          indexes.complete(folder, List.of(Indexed.hit(201)));
          return true;
        });
    ExecutorService many = Executors.newFixedThreadPool(8);
    try {
      for (Future<Boolean> build : many.invokeAll(builds)) {
        build.get();
      }
    } finally {
      many.shutdown();
    }

    assertEquals(201, indexes.all(folder).get(0).entries().size());
  }
}
