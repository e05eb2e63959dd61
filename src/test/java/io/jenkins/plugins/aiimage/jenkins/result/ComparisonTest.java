package io.jenkins.plugins.aiimage.jenkins.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.report.Change;
import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.Inputs;
import io.jenkins.plugins.aiimage.report.Inputs.Input;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.ReportFold;
import io.jenkins.plugins.aiimage.report.RunReport;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static RunReport report(String key, Input... files) {
    ReportFold fold = new ReportFold();
    Instant time = Instant.parse("2026-03-02T09:15:00Z");
    Inputs inputs = new Inputs(List.of(), List.of(), List.of(), List.of(files));
    fold.on(
        new Entry(
            1, time, new Event.RunStarted("prepare", "r/x", List.of(), "X", "registry r", "1")));
    fold.on(
        new Entry(
            2, time, new PrepareEvent.RecipeRead(key, "linux/amd64", List.of(), files.length, 1)));
    fold.on(new Entry(3, time, new PrepareEvent.InputsRead(inputs)));
    return fold.report();
  }

  @Test
  void shouldSayWhatIsDifferent() {
    Comparison made =
        Comparison.between(6, report("k1", new Input("a", "1")), report("k2", new Input("a", "2")));

    assertEquals(6, made.build());
    assertEquals(
        List.of(new Change(Change.Kind.FILE, Change.What.CHANGED, "a", "")), made.changes());
    assertEquals(0, made.more());
  }

  @Test
  void shouldSayNothingOfTheSameKey() {
    Comparison made =
        Comparison.between(6, report("k1", new Input("a", "1")), report("k1", new Input("a", "2")));

    assertEquals(List.of(), made.changes());
  }

  @Test
  void shouldStaySmallWhateverChanged() {
    Input[] files =
        IntStream.range(0, 60)
            .mapToObj(i -> new Input("\u202E" + "x".repeat(10_000) + i, "1"))
            .toArray(Input[]::new);
    Comparison made = Comparison.between(6, report("k1"), report("k2", files));

    assertEquals(20, made.changes().size());
    assertEquals(40, made.more());
    assertTrue(made.bytes() < 5000, made.bytes() + " bytes");
  }
}
