package io.jenkins.plugins.aiimage.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.start.compose.ComposeException;
import io.jenkins.plugins.aiimage.start.compose.ComposeReader;
import io.jenkins.plugins.aiimage.start.compose.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlanTest {
  /** A file of lines {@code NAME: {…}}, to each of which an image is added. */
  static Map<String, Service> services(String... lines) {
    StringBuilder text = new StringBuilder("services:\n");
    for (String line : lines) {
      text.append("  " + line.replaceFirst("\\{", "{image: x, ") + "\n");
    }
    try {
      return new ComposeReader(Path.of("/nowhere"), Map.of()).read(text.toString()).services();
    } catch (ComposeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static Plan plan(Map<String, Service> services, String... tests) {
    return Plan.of(services, services.keySet(), Set.of(tests));
  }

  private static List<List<String>> names(Plan plan) {
    return plan.stages().stream().map(s -> s.stream().map(Service::name).toList()).toList();
  }

  @Test
  void shouldStartWhatDependsOnNothingFirst() {
    Plan plan =
        plan(
            services(
                "agent: {depends_on: [api, whisper]}",
                "api: {depends_on: [redis]}",
                "redis: {}",
                "whisper: {}"));

    assertEquals(
        List.of(List.of("redis", "whisper"), List.of("api"), List.of("agent")), names(plan));
    assertEquals(List.of("api", "agent"), plan.waitingFor("redis"));
  }

  @Test
  void shouldNameTheCircle() {
    Map<String, Service> services =
        services(
            "free: {}", "a: {depends_on: [b]}", "b: {depends_on: [c]}", "c: {depends_on: [b]}");

    String message =
        assertThrows(IllegalArgumentException.class, () -> plan(services)).getMessage();

    assertEquals("services depend on each other in a circle: b → c → b", message);
  }

  @Test
  void shouldTakeAlongWhatAServiceDependsOn() {
    Map<String, Service> services =
        services("a: {}", "b: {depends_on: [a], profiles: [x]}", "c: {depends_on: [b]}", "d: {}");

    assertEquals(
        List.of(List.of("a"), List.of("b"), List.of("c")),
        names(Plan.of(services, Set.of("c"), Set.of())));
  }

  @Test
  void shouldStartTestsWhenAllOthersAreReady() {
    Plan plan = plan(services("test: {depends_on: [a]}", "a: {}"), "test");

    assertEquals(List.of(List.of("a")), names(plan));
    assertEquals(List.of("test"), plan.tests().stream().map(Service::name).toList());
    Map<String, Service> wrong = services("test: {}", "a: {depends_on: [test]}");
    assertThrows(IllegalArgumentException.class, () -> plan(wrong, "test"));
  }

  @Test
  void shouldKnowWhatIsWaitedFor() {
    Plan plan =
        plan(
            services(
                "init: {}",
                "db: {}",
                "queue: {}",
                "leaf: {depends_on: {init: {condition: service_completed_successfully}, db: {},"
                    + " queue: {condition: service_started}}}"));

    assertEquals(Set.of("init"), plan.ending());
    assertEquals(Set.of("queue", "leaf"), plan.enoughToRun());
  }

  @Provide
  Arbitrary<List<List<Integer>>> graphs() {
    return Arbitraries.integers()
        .between(0, 7)
        .list()
        .ofMaxSize(3)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  /** Each service may depend on those before it in the list, so there is no circle. */
  @Property(tries = 200)
  void shouldStartNothingBeforeWhatItDependsOn(@ForAll("graphs") List<List<Integer>> graph) {
    Map<String, Service> services = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < graph.size(); i++) {
      int own = i;
      List<String> needed =
          graph.get(i).stream().filter(n -> n < own).distinct().map(n -> "s" + n).toList();
      lines.add("s" + i + ": {depends_on: " + needed + "}");
    }
    services.putAll(services(lines.toArray(String[]::new)));

    Set<String> before = new HashSet<>();
    for (List<Service> stage : plan(services).stages()) {
      stage.forEach(s -> assertTrue(before.containsAll(s.dependencies().keySet()), s.name()));
      stage.forEach(service -> before.add(service.name()));
    }
    assertEquals(services.keySet(), before);
  }
}
