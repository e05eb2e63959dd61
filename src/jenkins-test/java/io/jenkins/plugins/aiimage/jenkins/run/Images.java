package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hudson.slaves.EnvironmentVariablesNodeProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jvnet.hudson.test.JenkinsRule;

/** A repository that nobody used before, and jobs that build into it with the lab's engine. */
public final class Images {
  private final String name = "it/" + UUID.randomUUID();
  private final String registry;

  private Images(String registry) {
    this.registry = registry;
  }

  /** In the lab's registry; the test is skipped where there is none. */
  static Images required() {
    String registry = System.getenv("AI_IMAGE_TEST_REGISTRY");
    assumeTrue(registry != null, "no registry: run the tests by bin/lab");
    return in(registry);
  }

  /** In a registry that a test has started; it needs the lab's engine. */
  static Images in(String registry) {
    assumeTrue(System.getenv("AI_IMAGE_TEST_REGISTRY") != null, "no lab: run the tests by bin/lab");
    assumeTrue(Files.isExecutable(Path.of("/bin/busybox")), "needs busybox-static");
    return new Images(registry);
  }

  String name() {
    return name;
  }

  String registry() {
    return registry;
  }

  /** What the builds of this Jenkins remember goes to that folder. */
  public static void keepStateIn(Path folder, JenkinsRule jenkins) throws IOException {
    jenkins
        .jenkins
        .getGlobalNodeProperties()
        .add(
            new EnvironmentVariablesNodeProperty(
                new EnvironmentVariablesNodeProperty.Entry("AI_IMAGE_STATE", folder.toString())));
  }

  /** Groovy that lays out a context whose image runs these commands. */
  String context(String... commands) {
    StringBuilder recipe =
        new StringBuilder(
            "FROM scratch\nCOPY busybox /bin/busybox\nSHELL [\"/bin/busybox\", \"sh\", \"-c\"]\n");
    // No layer of another test will do.
    recipe.append("ENV TEST=").append(name).append('\n');
    for (String command : commands) {
      recipe.append("RUN ").append(command).append('\n');
    }
    return "writeFile(file: 'Dockerfile', text: '''" + recipe + "'''); sh 'cp /bin/busybox .';\n";
  }

  /** The step; {@code more} are further arguments, each with a comma before it. */
  String prepare(String more) {
    return "prepareAiProcessorImage(image: '%s', registry: '%s', network: 'host'%s)\n"
        .formatted(name, registry, more);
  }

  /** A job with a sandboxed Jenkinsfile. */
  static WorkflowJob job(JenkinsRule jenkins, String name, String script) throws Exception {
    WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
    job.setDefinition(script(script));
    return job;
  }

  /** A sandboxed Jenkinsfile. */
  static CpsFlowDefinition script(String script) throws Exception {
    return new CpsFlowDefinition(script, true);
  }
}
