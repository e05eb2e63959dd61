package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.build.engine.PushOutcome.Arrived;
import io.jenkins.plugins.aiimage.build.engine.PushOutcome.Failed;
import io.jenkins.plugins.aiimage.build.engine.PushOutcome.Layers;
import io.jenkins.plugins.aiimage.build.engine.api.Ending;
import io.jenkins.plugins.aiimage.build.process.Interruption;
import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import io.jenkins.plugins.aiimage.build.process.WatchedCommand;
import io.jenkins.plugins.aiimage.registry.Digest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PushStoryTest {
  private static final Digest DIGEST = new Digest("a".repeat(64));
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final List<PushProgress> told = new ArrayList<>();
  private final PushStory story =
      new PushStory(new ImagePush("sha256:1", "r.example/x:1", MINUTE, MINUTE), told::add);

  private void layer(String id, String status, long current, long total) {
    story.heard(new PushMessage(id, status, current, total, Optional.empty(), Optional.empty()));
  }

  private void digest() {
    story.heard(new PushMessage("", "", 0, 0, Optional.of(DIGEST), Optional.empty()));
  }

  private static WatchedCommand.Outcome ended(int code, String output) {
    return new WatchedCommand.Outcome(Optional.empty(), new ShortCommand.Result(code, output));
  }

  @Test
  void shouldCountWhatWasSentAndWhatWasThere() {
    layer("a", "Preparing", 0, 0);
    layer("b", "Waiting", 0, 0);
    layer("c", "Preparing", 0, 0);
    layer("a", "Pushing", 512, 1000);
    layer("b", "Layer already exists", 0, 0);
    layer("c", "Mounted from base/image", 0, 0);
    // The frame of the archive is read too.
    layer("a", "Pushing", 2560, 1000);
    layer("a", "Pushed", 0, 0);
    digest();

    assertEquals(
        new Arrived(Optional.of(DIGEST), Optional.of(1000L), Optional.of(new Layers(1, 1, 1))),
        story.outcome(new Ending.Answered(200)));
    assertEquals(new PushProgress(0, 0, 0, 1), told.get(0));
    assertEquals(new PushProgress(1000, 1000, 3, 3), told.get(told.size() - 1));
  }

  @Test
  void shouldTakeTheEnginesOwnWordsForAFailure() {
    layer("a", "Pushing", 512, 1000);
    story.heard(new PushMessage("", "", 0, 0, Optional.empty(), Optional.of("denied")));
    assertEquals(new Failed("denied"), story.outcome(new Ending.Answered(200)));
  }

  @Test
  void shouldSayHowAnExchangeEnded() {
    assertEquals(new Failed("the engine answered 500."), story.outcome(new Ending.Answered(500)));
    assertEquals(
        new Failed(
            "The push stalled: nothing moved for 1m 00s; check the registry and the network to"
                + " it."),
        story.outcome(new Ending.Interrupted(Interruption.SILENT)));
    for (Ending ending :
        List.of(
            new Ending.Interrupted(Interruption.OUT_OF_TIME),
            new Ending.Interrupted(Interruption.ABORTED),
            new Ending.Broken("reset"))) {
      assertInstanceOf(Failed.class, story.outcome(ending));
    }
  }

  @Test
  void shouldCallAnImageArrivedWhoseManifestIsThere() {
    digest();
    assertInstanceOf(Arrived.class, story.outcome(new Ending.Broken("reset")));
  }

  @Test
  void shouldKnowNoBytesFromTheClient() {
    layer("a", "Pushed", 0, 0);
    digest();
    assertEquals(
        new Arrived(Optional.of(DIGEST), Optional.empty(), Optional.of(new Layers(1, 0, 0))),
        story.outcome(ended(0, "")));
    assertEquals(
        new Failed("denied: no access"),
        story.outcome(ended(1, "a: Preparing\ndenied: no access\n")));
  }

  @Test
  void shouldMakeOneLineWithoutColoursAndSecrets() {
    PushOutcome clean =
        PushWords.clean(
            new Failed("\u001b[31mdenied\u001b[0m\n at https://me:pw@r.example/ by hunter2 "),
            "hunter2");
    assertEquals(new Failed("denied at https://r.example/ by …"), clean);
  }

  @Test
  void shouldTellAboutOnceASecond() {
    List<Long> now = new ArrayList<>(List.of(0L));
    PacedListener paced = new PacedListener(told::add, () -> now.get(0));
    for (int tenth = 0; tenth <= 25; tenth++) {
      now.set(0, Duration.ofMillis(100L * tenth).toNanos());
      paced.progress(new PushProgress(tenth, 25, 0, 1));
    }
    paced.flush();
    paced.flush();
    assertEquals(List.of(0L, 10L, 20L, 25L), told.stream().map(PushProgress::sent).toList());
  }

  @Test
  void shouldSayNothingTwice() {
    List<Long> now = new ArrayList<>(List.of(0L));
    PacedListener paced = new PacedListener(told::add, () -> now.get(0));
    paced.progress(new PushProgress(1, 2, 0, 1));
    now.set(0, Duration.ofSeconds(5).toNanos());
    paced.progress(new PushProgress(1, 2, 0, 1));
    paced.flush();
    assertTrue(told.size() == 1, told.toString());
  }
}
