package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final Task TASK = new Command("trivy-db");

  private record Command(String command) implements Task {
    @Override
    public String doing() {
      return "";
    }

    @Override
    public UseCase useCase(Map<String, List<String>> parameters, Path workspace, Machine machine) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Object result(RunReport report) {
      return report;
    }
  }

  @Test
  void shouldWaitForNobodyOnAnotherAgentWhereTheResultStaysOnThisOne() {
    Outcome work = Outcome.work("trivy java", "/cache", false, new ArrayList<>());

    assertEquals(work.flight(TASK, "a"), work.flight(TASK, "a"));
    assertNotEquals(work.flight(TASK, "a"), work.flight(TASK, "b"));
    assertNotEquals(work.flight(TASK, "a"), work.flight(TASK, ""));
  }

  @Test
  void shouldWaitForNobodyWithAnotherPlaceOrOtherWork() {
    String one = Outcome.work("trivy java", "/cache", false, new ArrayList<>()).flight(TASK, "a");

    assertNotEquals(
        one, Outcome.work("trivy java", "/other", false, new ArrayList<>()).flight(TASK, "a"));
    assertNotEquals(
        one, Outcome.work("trivy checks", "/cache", false, new ArrayList<>()).flight(TASK, "a"));
    assertNotEquals(
        one,
        Outcome.work("trivy java", "/cache", false, new ArrayList<>())
            .flight(new Command("push"), "a"));
  }

  @Test
  void shouldShareWhatIsInARegistryWithAllAgents() {
    Outcome work = Outcome.work("key", "r.x/y", true, new ArrayList<>());

    assertEquals(work.flight(TASK, "a"), work.flight(TASK, "b"));
  }
}
