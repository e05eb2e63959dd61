package io.jenkins.plugins.aiimage.jenkins.run;

import static io.jenkins.plugins.aiimage.cli.DatedImages.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.cli.Lab;
import io.jenkins.plugins.aiimage.jenkins.settings.AiImageSettings;
import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.tar.TarBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The step that removes old images, on the agent's engine. */
@WithJenkins
class CleanStepIT {
  @TempDir private Path folder;
  private final String image = Lab.newImage();
  private Lab lab;
  private JenkinsRule jenkins;

  @BeforeEach
  void takeJenkins(JenkinsRule rule) throws Exception {
    jenkins = rule;
    lab = Lab.required(folder.resolve("state"));
    Images.keepStateIn(folder.resolve("state"), rule);
  }

  @AfterEach
  void removeImages() {
    if (lab != null) {
      for (String tag : tags(image)) {
        Lab.Said unused = lab.dockerSays("rmi", "--force", image + ":" + tag);
      }
      Lab.Said unused = lab.dockerSays("rmi", "--force", image + "/other:" + key(4));
    }
  }

  private Set<String> tags(String repository) {
    return lab.docker("images", "--format={{.Tag}}", repository)
        .lines()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Gives the engine an image that was made so many days ago, under these names. */
  private void load(int days, String... names) throws IOException {
    byte[] layer = new TarBytes().file("name", names[0]).plain();
    String config =
        """
        {"architecture": "amd64", "os": "linux", "created": "%s", "config": {},
         "rootfs": {"type": "layers", "diff_ids": ["%s"]}}
        """
            .formatted(Instant.now().minus(Duration.ofDays(days)), Digest.of(layer));
    String manifest =
        "[{\"Config\":\"config.json\",\"RepoTags\":[%s],\"Layers\":[\"layer.tar\"]}]"
            .formatted(
                Stream.of(names).map(name -> '"' + name + '"').collect(Collectors.joining(",")));
    byte[] archive =
        new TarBytes()
            .file("config.json", config)
            .file("layer.tar", layer)
            .file("manifest.json", manifest)
            .plain();
    Path file = Files.write(folder.resolve("image.tar"), archive);
    String unused = lab.docker("load", "--quiet", "--input", file.toString());
  }

  @Test
  void shouldTakeTheEnginesImagesWhateverRegistryIsSet() throws Exception {
    load(50, image + ":" + key(1));
    load(50, image + ":" + key(2), image + ":v1");
    load(1, image + ":" + key(3));
    load(50, image + "/other:" + key(4));
    AiImageSettings.get().setRegistry("reg.example");
    Set<String> all = tags(image);
    String clean = "cleanAiImages(image: ['%s'], keep: 0%s)\n";

    WorkflowRun run =
        jenkins.buildAndAssertSuccess(
            Images.job(
                jenkins,
                "job",
                "node { def dry = %s echo \"dry ${dry.removed} ${dry.kept} ${dry.dryRun}\"\n"
                        .formatted(clean.formatted(image, ", dryRun: true"))
                    + "sh 'docker images --format \"has {{.Tag}}\" %s'\n".formatted(image)
                    + "def r = %s echo \"done ${r.removed} ${r.kept} ${r.dryRun}\" }"
                        .formatted(clean.formatted(image, ""))));

    jenkins.assertLogContains("dry 1 2 true", run);
    List<String> between =
        JenkinsRule.getLog(run).lines().filter(line -> line.startsWith("has ")).toList();
    assertEquals(all.size(), between.size(), "a dry run removes nothing");
    jenkins.assertLogContains("done 1 2 false", run);
    assertEquals(Set.of(key(2), "v1", key(3)), tags(image));
    assertEquals(Set.of(key(4)), tags(image + "/other"));
  }
}
