package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.model.Result;
import io.jenkins.plugins.aiimage.jenkins.settings.Accounts;
import io.jenkins.plugins.aiimage.jenkins.settings.AiImageSettings;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A registry with a password, and secrets of the build: used, and seen nowhere. */
@WithJenkins
class RegistryLoginIT {
  private static final String TEXT = "tok\\en\"with quotes";

  @TempDir private Path folder;
  private JenkinsRule jenkins;
  private RegistryProcess registry;
  private Images images;
  private Gate gate;

  @BeforeEach
  void openRegistry(JenkinsRule rule) throws Exception {
    jenkins = rule;
    registry = RegistryProcess.withPassword(Files.createDirectory(folder.resolve("registry")));
    images = Images.in(registry.address());
    gate = new Gate();
    Images.keepStateIn(folder.resolve("state"), rule);
    store("robot", RegistryProcess.PASSWORD);
    store("wrong", "wrong " + RegistryProcess.PASSWORD);
    Accounts.store(rule.jenkins, Accounts.text("text", TEXT));
  }

  @AfterEach
  void closeRegistry() {
    if (registry != null) {
      registry.close();
    }
    if (gate != null) {
      gate.close();
    }
  }

  private void store(String id, String password) throws Exception {
    Accounts.store(
        jenkins.jenkins,
        Accounts.user(CredentialsScope.GLOBAL, id, RegistryProcess.USER, password));
  }

  private WorkflowRun start(String name, String command, String more) throws Exception {
    return Images.job(
            jenkins, name, "node {" + images.context(command) + images.prepare(more) + "}")
        .scheduleBuild2(0)
        .waitForStart();
  }

  @Test
  void shouldUseThePasswordAndShowItNowhere() throws Exception {
    WorkflowRun run = start("job", gate.command(), ", credentialsId: 'robot'");
    gate.awaitArrival();
    assertEquals(List.of(), filesWithSecrets(run.getRootDir().toPath()));
    gate.open();

    jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
    jenkins.assertLogContains("✅ AI Processor image built successfully", run);
    WorkflowRun hit = start("again", gate.command(), ", credentialsId: 'robot'");
    jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(hit));
    jenkins.assertLogContains("✅ Using cached AI Processor image from registry", hit);
    assertEquals(List.of(), filesWithSecrets(jenkins.jenkins.getRootDir().toPath()));
    assertEquals(List.of(), leftovers());
  }

  @Test
  void shouldSayThatTheRegistryRefusesAndNotWithWhat() throws Exception {
    WorkflowRun run =
        start("job", "busybox true", ", credentialsId: 'wrong', requireRegistry: true");

    jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
    jenkins.assertLogContains("❌ " + registry.address() + " answered 401 for ", run);
    jenkins.assertLogNotContains("\tat ", run);
    assertEquals(List.of(), filesWithSecrets(jenkins.jenkins.getRootDir().toPath()));
    assertEquals(List.of(), leftovers());
  }

  @Test
  void shouldMaskASecretThatTheBuildShows() throws Exception {
    AiImageSettings.get().setVerbose(true);
    WorkflowRun run =
        start(
            "job",
            "--mount=type=secret,id=token busybox cat /run/secrets/token && busybox echo . shown",
            ", credentialsId: 'robot', secrets: [token: 'credential:text'], builder: 'buildkit'");

    jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
    jenkins.assertLogContains("****. shown", run);
    assertEquals(List.of(), filesWithSecrets(jenkins.jenkins.getRootDir().toPath()));
    assertEquals(List.of(), leftovers());
  }

  /** Files that hold a secret as it is, as JSON writes it or as docker's configuration does. */
  private static List<Path> filesWithSecrets(Path root) throws IOException {
    List<String> secrets = new ArrayList<>(List.of(RegistryProcess.PASSWORD, TEXT));
    secrets.add(TEXT.replace("\\", "\\\\").replace("\"", "\\\""));
    secrets.add(TEXT.replace("\"", "&quot;"));
    for (String password : List.of(RegistryProcess.PASSWORD, "wrong " + RegistryProcess.PASSWORD)) {
      byte[] login = (RegistryProcess.USER + ":" + password).getBytes(StandardCharsets.UTF_8);
      secrets.add(Base64.getEncoder().encodeToString(login));
    }
    List<Path> found = new ArrayList<>();
    for (Path file : files(root)) {
      String content = content(file);
      if (secrets.stream().anyMatch(content::contains)) {
        found.add(file);
      }
    }
    return found;
  }

  /** All files; Jenkins may make and remove some meanwhile. */
  private static List<Path> files(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static String content(Path file) throws IOException {
    try {
      return Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  /** What is left in the workspaces' temporary folders. */
  private List<Path> leftovers() throws IOException {
    return files(jenkins.jenkins.getRootDir().toPath()).stream()
        .filter(file -> file.toString().contains("@tmp/"))
        .toList();
  }
}
