package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The real engine and registry that {@code bin/lab} provides, and commands run against them. */
public final class Lab {
  static final Path BUSYBOX = Path.of("/bin/busybox");

  private final Map<String, String> environment = new HashMap<>(System.getenv());
  private final String registry;

  private Lab(String registry, Path state) {
    this.registry = registry;
    environment.put("AI_IMAGE_STATE", state.toString());
  }

  /** The lab, or a skipped test where there is none. */
  public static Lab required(Path state) {
    String registry = System.getenv("AI_IMAGE_TEST_REGISTRY");
    assumeTrue(registry != null, "no registry: run the tests by bin/verify");
    assumeTrue(Files.isExecutable(BUSYBOX), "no /bin/busybox: apt-get install busybox-static");
    Lab lab = new Lab(registry, state);
    assumeTrue(lab.dockerSays("version").exitCode() == 0, "no engine: run the tests by bin/verify");
    return lab;
  }

  /** What a command printed. */
  public record Said(int exitCode, String out, String err) {}

  public String registry() {
    return registry;
  }

  public Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  public void set(String variable, String value) {
    environment.put(variable, value);
  }

  /** A repository that nobody used before. */
  public static String newImage() {
    return "it/" + UUID.randomUUID();
  }

  /** A context with busybox and these files; text by path. */
  public static Path context(Path folder, Map<String, String> files) throws IOException {
    Files.createDirectories(folder);
    Files.copy(
        BUSYBOX,
        folder.resolve("busybox"),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return folder;
  }

  /** Runs {@code ai-image} in this JVM. */
  public Said aiImage(String... arguments) {
    return aiImage(new ByteArrayOutputStream(), arguments);
  }

  /** Runs {@code ai-image} in this JVM; {@code out} sees its log as it comes. */
  public Said aiImage(ByteArrayOutputStream out, String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new CommandLineInterface(
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(arguments);
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The output of {@code docker}, which must succeed. */
  public String docker(String... arguments) {
    Said said = dockerSays(arguments);
    assertEquals(0, said.exitCode(), said.out());
    return said.out().strip();
  }

  public Said dockerSays(String... arguments) {
    return says("docker", arguments);
  }

  /** One {@code docker build} of the whole file, by the builder of that name. */
  public void plainBuild(String builder, String... arguments) {
    Map<String, String> before = Map.copyOf(environment);
    set("DOCKER_BUILDKIT", builder.equals("buildkit") ? "1" : "0");
    List<String> words = new ArrayList<>(List.of("build"));
    words.addAll(List.of(arguments));
    Said said = new Said(1, "no docker client with " + builder, "");
    for (String folder : environment.get("PATH").split(":", -1)) {
      String program = folder + "/docker";
      // A client without BuildKit fails even to show its help.
      if (said.exitCode() != 0 && says(program, "build", "--help").exitCode() == 0) {
        said = says(program, words.toArray(String[]::new));
      }
    }
    environment.clear();
    environment.putAll(before);
    assertEquals(0, said.exitCode(), said.out());
  }

  /** What a program says, errors included; 127 where there is none. */
  public Said says(String program, String... arguments) {
    try {
      ProcessBuilder builder = new ProcessBuilder();
      builder.command().add(program);
      builder.command().addAll(List.of(arguments));
      builder.environment().putAll(environment);
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Said(process.waitFor(), out, "");
    } catch (IOException e) {
      return new Said(127, e.getMessage(), "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Said(130, "interrupted", "");
    }
  }
}
