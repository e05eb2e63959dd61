package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.cli.Eventually;
import io.jenkins.plugins.aiimage.cli.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image of the lab's engine with a shell and a web server, which no other test has, and what the
 * engine has of it.
 */
final class ShellImage implements AutoCloseable {
  /** What its web server answers at {@code /hello}. */
  static final String HELLO = "hello from the service";

  /** What its health check is. */
  static final String HEALTHY = "busybox wget -q -O /dev/null http://127.0.0.1:8000/hello";

  private static final Pattern RUN = Pattern.compile(", run ([0-9a-f-]{13})\\b");

  private final Lab lab;
  private final String name = Lab.newImage();

  private ShellImage(Lab lab) {
    this.lab = lab;
  }

  /** Builds it; the test is skipped where there is no lab. */
  static ShellImage built(Path folder) throws IOException {
    ShellImage image = new ShellImage(Lab.required(folder.resolve("state")));
    Path context =
        Lab.context(
            folder.resolve("context"),
            Map.of(
                "Dockerfile",
                // A container that is looked for by its image is of no other test's.
                """
                FROM scratch
                LABEL test=%s
                COPY busybox /bin/busybox
                COPY busybox /bin/sh
                COPY hello /
                """
                    .formatted(image.name),
                "hello",
                HELLO));
    image.lab.plainBuild("docker", "--tag", image.name, context.toString());
    return image;
  }

  String name() {
    return name;
  }

  /**
   * Groovy that writes a Compose file with its web server.
   *
   * @param more keys of the service, each with a comma before it
   */
  String compose(String more) {
    return """
    writeFile(file: 'compose.yaml', text: '''services:
      web: {image: %s, stop_signal: KILL,
        command: [busybox, httpd, -f, -p, '8000', -h, /],
        healthcheck: {test: '%s', interval: 200ms, retries: 99}%s}
    ''')
    """
        .formatted(name, HEALTHY, more);
  }

  /** Running or not. */
  List<String> containers() {
    return lab.docker("ps", "--all", "--filter=ancestor=" + name, "--format={{.Names}}")
        .lines()
        .toList();
  }

  /** Waits until the engine has so many containers of it. */
  void awaitContainers(int number) {
    Eventually.holds(number + " containers of " + name, () -> containers().size() == number);
  }

  /** That nothing is there any more of the runs that a log tells of. */
  void assertGone(String log) {
    List<String> runs = new ArrayList<>();
    Matcher matcher = RUN.matcher(log);
    while (matcher.find()) {
      runs.add(matcher.group(1));
    }
    assertFalse(runs.isEmpty(), log);
    assertEquals(List.of(), containers());
    for (String run : new TreeSet<>(runs)) {
      assertEquals("", networks(run), "the network of " + run);
    }
  }

  private String networks(String run) {
    return lab.docker("network", "ls", "--quiet", "--filter=label=ai-image.run=" + run);
  }

  /** That there are so many containers of it, each of a run with a network. */
  void assertRunning(int number) {
    List<String> containers = containers();
    assertEquals(number, containers.size(), containers.toString());
    for (String container : containers) {
      String format = "--format={{.State.Running}} {{index .Config.Labels \"ai-image.run\"}}";
      String[] words = lab.docker("inspect", format, container).split(" ", -1);
      assertEquals("true", words[0], container);
      assertTrue(!networks(words[1]).isEmpty(), "the network of " + words[1]);
    }
  }

  @Override
  public void close() {
    for (String container : containers()) {
      Lab.Said unused = lab.dockerSays("rm", "--force", "--volumes", container);
    }
    Lab.Said unused = lab.dockerSays("rmi", "--force", name);
  }
}
