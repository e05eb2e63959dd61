package io.jenkins.plugins.aiimage.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import groovy.json.JsonOutput;
import groovy.lang.Closure;
import io.jenkins.plugins.aiimage.cli.Lab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An agent with the laboratory's engine and registry: its steps really run. */
public final class LabAgent {
  private final Pipeline jenkins;
  private final Path workspace;
  private final Lab lab;
  private Optional<String> container = Optional.empty();

  LabAgent(Pipeline jenkins, Path workspace, Lab lab) {
    this.jenkins = jenkins;
    this.workspace = workspace;
    this.lab = lab;
    AgentFiles unused = new AgentFiles(jenkins, workspace);
    jenkins.environment.putAll(lab.environment());
    jenkins.variable("docker", this);
    jenkins.step("sh", arguments -> shown(arguments[0].toString()), String.class);
    jenkins.step("sh", arguments -> here((Map<?, ?>) arguments[0]), Map.class);
  }

  /** The steps of the plugin, by the program in this JVM. */
  void installPlugin() {
    provide("prepareAiProcessorImage", "prepare", "--registry=" + lab.registry(), context());
    provide("pushCached", "push");
    provide("initTrivyDb", "trivy-db", "--cache-dir=" + workspace + "/trivy");
  }

  private String context() {
    return "--context=" + workspace;
  }

  private void provide(String step, String command, String... more) {
    jenkins.provide(
        step,
        arguments -> {
          Path request = workspace.resolveSibling(UUID.randomUUID() + ".json");
          Path result = workspace.resolveSibling(UUID.randomUUID() + ".json");
          Files.writeString(request, JsonOutput.toJson(arguments[0]));
          List<String> words = new ArrayList<>(List.of(command, "--request=" + request));
          words.add("--result=" + result);
          words.addAll(List.of(more));
          Lab.Said said = lab.aiImage(words.toArray(String[]::new));
          Map<?, ?> returned = new Gson().fromJson(Files.readString(result), Map.class);
          if (said.exitCode() != 0) {
            throw new IllegalStateException(
                ((Map<?, ?>) returned.get("failure")).get("message").toString());
          }
          return returned;
        });
  }

  /** As {@code docker.image}. */
  public Image image(String name) {
    return new Image(name);
  }

  /** As the result of {@code docker.image}. */
  public final class Image {
    private final String name;

    private Image(String name) {
      this.name = name;
    }

    /** Runs the body in a container. */
    public Object inside(String arguments, Closure<?> body) {
      container = Optional.of(name);
      try {
        return body.call();
      } finally {
        container = Optional.empty();
      }
    }

    /** Runs the body in a container. */
    public Object inside(Closure<?> body) {
      return inside("", body);
    }
  }

  private Object shown(String script) {
    Lab.Said said =
        lab.says("docker", "run", "--rm", container.orElseThrow(), "/bin/sh", "-c", script);
    assertEquals(0, said.exitCode(), said.out());
    jenkins.story.add("said " + said.out().strip());
    return null;
  }

  /** Runs a script as the step does: as a file, in the workspace, with these variables. */
  private int here(Map<?, ?> parameters) throws IOException, InterruptedException {
    Path script = Files.createTempFile("script", ".sh");
    Files.writeString(script, parameters.get("script").toString().stripIndent());
    ProcessBuilder builder = new ProcessBuilder(List.of("/bin/sh", script.toString()));
    builder.directory(workspace.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(jenkins.environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    log.lines().filter(line -> line.startsWith("✅")).forEach(jenkins.story::add);
    Files.delete(script);
    return process.waitFor();
  }
}
