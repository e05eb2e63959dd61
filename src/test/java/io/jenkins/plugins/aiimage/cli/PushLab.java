package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.registry.Descriptor;
import io.jenkins.plugins.aiimage.registry.Registry;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.registry.Repository;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Images to push, and pushes of them. */
record PushLab(Lab lab, Path folder) {
  static PushLab in(Path folder) {
    return new PushLab(Lab.required(folder.resolve("state")), folder);
  }

  /** Builds an image of one small layer that nobody else has; answers its id. */
  String build(String name) throws IOException {
    return build(name, 100);
  }

  /** The same with a layer of so many bytes that no compression makes smaller. */
  String build(String name, int bytes) throws IOException {
    Path context = Files.createDirectories(folder.resolve("context"));
    byte[] content = new byte[bytes];
    new Random().nextBytes(content);
    Files.write(context.resolve("data"), content);
    Files.writeString(
        context.resolve("Dockerfile"),
        "FROM scratch\nCOPY data /\nLABEL test=" + UUID.randomUUID() + "\n");
    lab.plainBuild("docker", "-q", "-t", name, context.toString());
    return id(name);
  }

  String id(String name) {
    return lab.docker("image", "inspect", "--format", "{{.Id}}", name);
  }

  boolean engineHas(String name) {
    return lab.dockerSays("image", "inspect", name).exitCode() == 0;
  }

  Path report() {
    return folder.resolve("r.json");
  }

  RunReport told() throws IOException {
    return ReportJson.read(Files.readString(report()));
  }

  Said push(String... more) {
    List<String> words = new ArrayList<>(List.of("push", "--report", report().toString()));
    words.addAll(List.of(more));
    return lab.aiImage(words.toArray(String[]::new));
  }

  /** A push that must succeed; answers what its log says. */
  String pushed(String... more) {
    Said said = push(more);
    assertEquals(0, said.exitCode(), said.out() + said.err());
    return said.out();
  }

  /** A push as a process of its own, which writes its log to a file of that name. */
  Process start(String log, String... more) throws IOException {
    Path jar = Path.of(System.getProperty("aiImage.jar", "target/ai-image.jar"));
    assumeTrue(Files.isReadable(jar), "no " + jar);
    List<String> words = new ArrayList<>(List.of("java", "-Xmx64m", "-jar", jar.toString()));
    words.add("push");
    words.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(lab.environment());
    return builder.redirectOutput(folder.resolve(log).toFile()).start();
  }

  String log(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  static Repository repository(String registry, String name) {
    return Registry.of(RegistryHost.parse(registry), CredentialSource.ANONYMOUS).repository(name);
  }

  Repository repository(String name) {
    return repository(lab.registry(), name);
  }

  /** What a reference means to a registry now; {@code nothing} if it has none. */
  static String digest(Repository repository, String reference) throws RegistryException {
    return repository
        .head(reference)
        .map(Descriptor::digest)
        .map(Object::toString)
        .orElse("nothing");
  }

  /** The same as skopeo sees it. */
  String inspected(String name) {
    return skopeo("inspect", "--tls-verify=false", "--format", "{{.Digest}}", "docker://" + name);
  }

  /** The bytes of a manifest as skopeo sees them. */
  String raw(String name) {
    return skopeo("inspect", "--tls-verify=false", "--raw", "docker://" + name);
  }

  String skopeo(String... words) {
    assumeTrue(
        lab.says("skopeo", "--version").exitCode() == 0, "no skopeo: apt-get install skopeo");
    Said said = lab.says("skopeo", words);
    assertEquals(0, said.exitCode(), said.out());
    return said.out().strip();
  }

  /** Logs in to a registry for whatever is run from now on. */
  void login(String registry, String user, String password) throws IOException {
    Path config = Files.createDirectories(folder.resolve("docker"));
    String auth =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        config.resolve("config.json"),
        "{\"auths\":{\"" + registry + "\":{\"auth\":\"" + auth + "\"}}}");
    lab.set("DOCKER_CONFIG", config.toString());
  }

  /** Requests that send a layer, of all that a registry was asked. */
  static List<String> uploads(List<String> asked) {
    return asked.stream()
        .filter(request -> request.contains("/blobs/uploads/") && !request.startsWith("POST "))
        .toList();
  }
}
