package io.jenkins.plugins.aiimage.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.dockerfile.Dockerfile;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.EveryEvent;
import io.jenkins.plugins.aiimage.report.Inputs;
import io.jenkins.plugins.aiimage.report.PhaseEvent;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.TransferEvent;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlatformEventsTest {
  private static final String PLATFORM = "linux/arm64";

  /** What is told of the whole run, or by other commands. */
  private static final Set<Class<?>> OF_NO_PHASE =
      Set.of(PrepareEvent.PhaseWanted.class, TransferEvent.PushPlanned.class);

  private static List<Event> told(List<Entry> story) {
    List<Event> told = new ArrayList<>();
    Clock clock = Clock.systemUTC();
    EventLog whole = new EventLog(clock, List.of(entry -> told.add(entry.event())));
    ResolvedDockerfile file =
        ResolvedDockerfile.of(
            Dockerfile.parse("FROM scratch\nCOPY app.py /\n"),
            Optional.empty(),
            Map.of(),
            PLATFORM);
    ReadRecipe recipe =
        new ReadRecipe(
            file,
            PLATFORM,
            file.phases(),
            file.phases().get(0),
            false,
            Map.of(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            1,
            1,
            Inputs.NONE,
            List.of());
    EventLog part = new PlatformEvents(PLATFORM, recipe, whole).log(clock);
    story.forEach(entry -> part.publish(entry.event()));
    return told;
  }

  @Test
  void shouldPutThePlatformBehindEveryNameOfAPhaseAndChangeNothingElse()
      throws ReflectiveOperationException {
    List<Entry> story = EveryEvent.with("torch");
    List<Event> told = told(story);

    int named = 0;
    assertEquals(story.size(), told.size());
    for (int i = 0; i < told.size(); i++) {
      Event before = story.get(i).event();
      if (before.getClass() == told.get(i).getClass() && !OF_NO_PHASE.contains(before.getClass())) {
        for (RecordComponent component : before.getClass().getRecordComponents()) {
          boolean isPhase = Set.of("phase", "subject").contains(component.getName());
          if (isPhase && component.getType() == String.class) {
            assertEquals("torch (linux/arm64)", component.getAccessor().invoke(told.get(i)));
            named++;
          } else if (!component.getGenericType().getTypeName().contains("String")) {
            assertEquals(
                component.getAccessor().invoke(before),
                component.getAccessor().invoke(told.get(i)),
                before.getClass() + " " + component.getName());
          }
        }
      }
    }
    assertTrue(named >= 12, named + " names");
  }

  @Test
  void shouldTellPackagesAsTheyAre() {
    PhaseEvent.PhaseMeasured measured =
        (PhaseEvent.PhaseMeasured)
            told(EveryEvent.with("torch")).stream()
                .filter(PhaseEvent.PhaseMeasured.class::isInstance)
                .findFirst()
                .orElseThrow();

    assertEquals("torch (linux/arm64)", measured.phase());
    assertEquals("torch", measured.installed().get(0).name());
  }
}
