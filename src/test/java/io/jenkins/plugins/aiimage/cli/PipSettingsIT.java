package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of pip reaches every RUN, and nothing else. */
class PipSettingsIT {
  private static final String STAGES =
      """
      FROM scratch AS tools
      COPY busybox /bin/busybox
      COPY busybox /bin/sh
      # phase: one
      RUN busybox env
      # phase: two
      RUN busybox env && busybox touch /made
      FROM tools
      # phase: three
      RUN busybox env
      # phase: four
      RUN busybox env
      """;

  @TempDir private Path folder;
  private final String image = Lab.newImage();
  private Lab lab;
  private Path context;

  @BeforeEach
  void makeContext() throws IOException {
    lab = Lab.required(folder.resolve("state"));
    context = folder.resolve("context");
  }

  private Said run(String command, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command,
                "--context=" + context,
                "--image=" + image,
                "--registry=" + lab.registry(),
                "--tag=v1"));
    arguments.addAll(List.of(more));
    Said said = lab.aiImage(arguments.toArray(String[]::new));
    assertEquals(0, said.exitCode(), said.out() + said.err());
    return said;
  }

  private static String key(Said said) {
    String line = said.out().lines().filter(l -> l.contains("content key ")).findFirst().orElse("");
    return line.strip().split(" ", -1)[2];
  }

  private static long count(Said said, String text) {
    // Neither a builder's echo of an instruction nor another line that only mentions it.
    return said.out().lines().filter(line -> line.endsWith("| " + text)).count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "docker"})
  void shouldReachEveryRunAndStayInNoImage(String builder) throws IOException {
    Lab.context(context, Map.of("Dockerfile", STAGES));
    String key = key(run("plan"));
    String[] patience = {
      "--builder=" + builder, "--verbose", "--pip=timeout=2m", "--pip=retries=7", "--pip=resume=3"
    };
    Said built = run("prepare", patience);
    assertEquals(key, key(built));
    assertEquals(4, count(built, "PIP_DEFAULT_TIMEOUT=120"), built.out());
    assertEquals(4, count(built, "PIP_RETRIES=7"), built.out());
    assertEquals(4, count(built, "PIP_RESUME_RETRIES=3"), built.out());
    assertFalse(built.out().contains("⚠"), built.out());
    String name = lab.registry() + "/" + image + ":v1";
    String configuration = lab.docker("image", "inspect", "--format={{json .Config}}", name);
    assertFalse(configuration.contains("PIP_"), configuration);
    assertFalse(lab.docker("run", "--rm", name, "/bin/busybox", "env").contains("PIP_"));
    assertTrue(run("prepare").out().contains("✅ Using cached"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "docker"})
  void shouldLeaveToTheDockerfileWhatItSetsItself(String builder) throws IOException {
    Lab.context(
        context,
        Map.of("Dockerfile", STAGES.replace("# phase: one", "ENV PIP_RETRIES=1\n# phase: one")));
    Said built =
        run("prepare", "--builder=" + builder, "--verbose", "--pip=retries=7", "--pip=resume=3");
    assertEquals(4, count(built, "PIP_RETRIES=1"), built.out());
    assertEquals(4, count(built, "PIP_RESUME_RETRIES=3"), built.out());
  }

  /** A program that says it is pip, and dies of what an old one does not know, as pip does. */
  private static String pip(String version, String refused) {
    return "#!/bin/sh\n[ \"$PIP_PROGRESS_BAR\" != "
        + refused
        + " ] || exit 3\necho pip "
        + version
        + " from /usr/lib/python3\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "docker"})
  void shouldAskForRawProgressOnlyWherePipKnowsIt(String builder) throws IOException {
    Lab.context(
        context,
        Map.of(
            "Dockerfile",
            """
            FROM scratch
            # phase: none
            COPY busybox /bin/sh
            COPY busybox /bin/busybox
            COPY --chown=0 old /bin/pip
            RUN busybox chmod 755 /bin/pip && pip --version && busybox env
            # phase: old
            RUN pip --version && busybox env
            COPY new /bin/pip
            RUN busybox chmod 755 /bin/pip
            # phase: new
            RUN pip --version && busybox env
            # phase: other
            RUN busybox env
            """,
            "old",
            pip("23.0.1", "raw"),
            "new",
            pip("24.2", "nothing")));
    Said built = run("prepare", "--builder=" + builder, "--verbose", "--pip=progress=raw");
    assertEquals(1, count(built, "PIP_PROGRESS_BAR=raw"), built.out());
    assertTrue(
        built.out().contains("Phase none does without pip's progress=raw: it needs pip 24.1"),
        built.out());
    assertTrue(
        built.out().contains("the image that the phase starts from has pip 23.0.1."), built.out());

    // Another build starts from that image, which this engine has to fetch first.
    String base = lab.registry() + "/" + image + ":v1";
    Files.writeString(
        context.resolve("Dockerfile"),
        "FROM " + base + "\nRUN pip --version && busybox env && busybox touch /again\n");
    String repository = lab.registry() + "/" + image;
    Eventually.holds(
        "the engine forgets " + repository,
        () -> {
          String ids = lab.docker("image", "ls", "--quiet", repository);
          ids.lines().distinct().forEach(id -> lab.dockerSays("image", "rm", "--force", id));
          return ids.isEmpty();
        });
    Said second =
        run("prepare", "--builder=" + builder, "--verbose", "--pip=progress=raw", "--tag=v2");
    assertEquals(1, count(second, "PIP_PROGRESS_BAR=raw"), second.out());
    assertFalse(second.out().contains("does without"), second.out());
  }
}
