package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens while a push is under way: others push, names move, and it is stopped. */
class PushTogetherIT {
  private static final int LARGE = 20_000_000;

  @TempDir private Path folder;
  private final String image = Lab.newImage();
  private PushLab lab;
  private String registry;

  @BeforeEach
  void findLab() {
    lab = PushLab.in(folder);
    registry = lab.lab().registry();
  }

  private String digest(String reference) throws IOException {
    return PushLab.digest(lab.repository(image), reference);
  }

  private static boolean isUpload(String request) {
    return request.startsWith("PATCH ");
  }

  @Test
  void shouldUploadOnceWhatFourPushAtOnce() throws Exception {
    lab.build(image + ":1", 2_000_000);
    try (HookedRegistry counting = new HookedRegistry(registry, (request, before) -> 0)) {
      List<Process> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(lab.start("log" + i, image + ":1", "--registry=" + counting.address()));
      }
      for (int i = 0; i < 4; i++) {
        assertEquals(0, all.get(i).waitFor(), lab.log("log" + i));
      }
      List<String> uploads =
          PushLab.uploads(counting.asked()).stream().filter(r -> r.startsWith("PUT ")).toList();
      // The layer and the configuration.
      assertEquals(2, uploads.size(), uploads.toString());
      assertEquals(digest("id-" + lab.id(image + ":1").substring(7)), digest("1"));
    }
  }

  @Test
  void shouldHaveBothOfTwoImagesThatGetOneTagAtOnce() throws Exception {
    List<Process> both = new ArrayList<>();
    for (String name : List.of("a", "b")) {
      lab.build(image + "/" + name + ":1");
      both.add(
          lab.start(
              name,
              image + "/" + name + ":1",
              "--registry=" + registry,
              "--repository=" + image,
              "--report=" + folder.resolve(name + ".json")));
    }
    List<String> winners = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      String name = List.of("a", "b").get(i);
      int code = both.get(i).waitFor();
      RunReport told = ReportJson.read(Files.readString(folder.resolve(name + ".json")));
      assertTrue(code == 0 || code == Problem.TAG_MOVED.exitCode(), lab.log(name));
      if (code == 0) {
        winners.add(told.image().digest().orElseThrow());
      }
      String travelled = digest("id-" + lab.id(image + "/" + name + ":1").substring(7));
      assertEquals(travelled, digest(travelled));
    }
    assertTrue(winners.contains(digest("1")), winners::toString);
  }

  @Test
  void shouldPushTheImageThatWasFoundWhoeverMovesItsNameMeanwhile() throws IOException {
    String id = lab.build(image + ":1");
    lab.build(image + ":other");
    try (HookedRegistry moving =
        new HookedRegistry(
            registry,
            (request, before) -> {
              if (isUpload(request)) {
                lab.lab().docker("tag", image + ":other", image + ":1");
              }
              return 0;
            })) {
      lab.pushed(image + ":1", "--registry", moving.address());
    }
    assertEquals(
        id, lab.repository(image).get("1").content().config().orElseThrow().digest().toString());
  }

  /** A registry that lets no upload through before it is told to. */
  private HookedRegistry slow(CountDownLatch began, CountDownLatch goOn) {
    return new HookedRegistry(
        registry,
        (request, before) -> {
          if (isUpload(request)) {
            began.countDown();
            try {
              goOn.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
          return 0;
        });
  }

  @Test
  void shouldLeaveNoNameWhenItIsKilledHalfWayAndCompleteTheNextTime() throws Exception {
    String id = lab.build(image + ":1", LARGE);
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (HookedRegistry slow = slow(began, goOn)) {
      Process process = lab.start("log", image + ":1", "--registry=" + slow.address());
      began.await();

      process.destroyForcibly().waitFor();
      goOn.countDown();

      assertEquals("nothing", digest("1"));
      assertEquals("nothing", digest("id-" + id.substring(7)));
      lab.pushed(image + ":1", "--registry", slow.address());
      assertEquals(lab.told().image().digest().orElseThrow(), digest("1"));
    }
  }

  @Test
  void shouldEndAndTellWhenItIsTerminatedHalfWay() throws Exception {
    String id = lab.build(image + ":1", LARGE);
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (HookedRegistry slow = slow(began, goOn)) {
      Process process =
          lab.start(
              "log", image + ":1", "--registry=" + slow.address(), "--report=" + lab.report());
      began.await();

      process.destroy();
      // The registry does not move: it ends by itself.
      process.waitFor();
      goOn.countDown();
    }
    assertEquals(Problem.ABORTED, lab.told().failure().orElseThrow().problem(), lab.log("log"));
    assertEquals("nothing", digest("1"));
    assertEquals("nothing", digest("id-" + id.substring(7)));
  }

  @Test
  void shouldEndWhenTheTimeIsOver() throws IOException {
    lab.build(image + ":1", LARGE);
    CountDownLatch goOn = new CountDownLatch(1);
    try (HookedRegistry slow = slow(new CountDownLatch(1), goOn)) {
      Said said = lab.push(image + ":1", "--registry", slow.address(), "--total-timeout", "3s");
      goOn.countDown();
      assertEquals(Problem.TOTAL_TIME.exitCode(), said.exitCode(), said.out());
      assertTrue(
          said.out().contains("❌ The time was over before " + image + ":1 had got to "),
          said.out());
    }
  }

  @Test
  void shouldShowNoPasswordInAnyCommandLine() throws IOException {
    AtomicReference<Set<String>> seen = new AtomicReference<>(Set.of());
    try (RegistryProcess real =
            RegistryProcess.withPassword(Files.createDirectory(folder.resolve("registry")));
        HookedRegistry watched =
            new HookedRegistry(
                real.address(),
                (request, before) -> {
                  if (isUpload(request)) {
                    seen.set(
                        ProcessHandle.allProcesses()
                            .map(process -> process.info().commandLine().orElse(""))
                            .collect(Collectors.toSet()));
                  }
                  return 0;
                })) {
      lab.login(watched.address(), RegistryProcess.USER, RegistryProcess.PASSWORD);
      lab.build(image + ":1");

      lab.pushed(image + ":1", "--registry", watched.address());
    }
    String login = RegistryProcess.USER + ":" + RegistryProcess.PASSWORD;
    String encoded = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    assertTrue(!seen.get().isEmpty());
    for (String commandLine : seen.get()) {
      assertTrue(!commandLine.contains(RegistryProcess.PASSWORD), commandLine);
      assertTrue(!commandLine.contains(encoded), commandLine);
    }
  }
}
