package io.jenkins.plugins.aiimage.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.build.engine.Resources;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static List<String> problems(long gigabytes, int cpus, String... lines) {
    Plan plan = PlanTest.plan(PlanTest.services(lines));
    return new Budget(plan, new Resources(1000L * cpus, gigabytes << 30)).problems();
  }

  @Test
  void shouldSayWhatDoesNotFit() {
    assertEquals(
        List.of(
            "Together the services may use 21.5 GB of memory, and the engine's machine has"
                + " 17.2 GB: whisper 17.2 GB, agent 4.3 GB, redis 0 B",
            "Together the services may use 6.5 CPUs, and the engine's machine has 6: whisper 4,"
                + " agent 2.5, redis 0"),
        problems(
            16,
            6,
            "redis: {}",
            "whisper: {mem_limit: 16G, cpus: 4}",
            "agent: {mem_limit: 4G, cpus: 2.5}"));
  }

  @Test
  void shouldFitExactly() {
    assertEquals(
        List.of(),
        problems(2, 1, "a: {mem_limit: 1G, cpus: 0.5}", "b: {mem_limit: 1024M, cpus: 0.5}"));
  }

  @Test
  void shouldNotCountWhatHasEndedBeforeTheNextStage() {
    String model = "model: {mem_limit: 3G}";
    String server =
        "server: {mem_limit: 3G, depends_on: {model: {condition: service_completed_successfully}}}";

    assertEquals(List.of(), problems(4, 1, model, server));
    assertEquals(
        1, problems(4, 1, model, server.replace("completed_successfully", "started")).size());
  }

  @Test
  void shouldCountAReservationWhereThereIsNoLimit() {
    assertEquals(
        1, problems(1, 1, "a: {deploy: {resources: {reservations: {memory: 2G}}}}").size());
  }
}
