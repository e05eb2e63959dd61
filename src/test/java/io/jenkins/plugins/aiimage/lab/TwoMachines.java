package io.jenkins.plugins.aiimage.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.cli.Lab;
import io.jenkins.plugins.aiimage.cli.Lab.Said;
import io.jenkins.plugins.aiimage.registry.RegistryProcess;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A recipe that is prepared on one machine as far as its last phase, and to its end on another that
 * knows nothing of the first but the registry.
 *
 * @param folder for the context and the states of both
 */
record TwoMachines(
    Path folder,
    Lab first,
    Lab second,
    RegistryProcess registry,
    CutRecipe recipe,
    String builder,
    String image) {
  static TwoMachines of(
      Path parent,
      Lab first,
      Lab second,
      RegistryProcess registry,
      CutRecipe recipe,
      String builder)
      throws IOException {
    Path folder = Files.createTempDirectory(parent, "machines");
    first.set("AI_IMAGE_STATE", folder.resolve("first").toString());
    second.set("AI_IMAGE_STATE", folder.resolve("second").toString());
    return new TwoMachines(folder, first, second, registry, recipe, builder, Lab.newImage());
  }

  /** Makes layers that no other test has made: an engine fetches no layer twice. */
  String buildArgument() {
    return "--build-arg=CHOSEN=" + image;
  }

  Path context() {
    return folder.resolve("context");
  }

  /** As an engine names it. */
  String repository() {
    return registry.address() + "/" + image;
  }

  /** Puts all phases but the last into the registry. */
  RunReport prepareUpToTheLastPhase() throws IOException {
    Lab.context(context(), Map.of("Dockerfile", recipe.failing(), "data/a/file", "content"));
    Said failed = prepare(first, new ByteArrayOutputStream());
    assertEquals(Problem.BUILD_FAILED.exitCode(), failed.exitCode(), failed.out() + failed.err());
    return report();
  }

  /** Makes the last phase one that succeeds. */
  void mend() throws IOException {
    Files.writeString(context().resolve("Dockerfile"), recipe.dockerfile());
  }

  /** Prepares the whole recipe on the other machine. */
  RunReport resume(ByteArrayOutputStream out) throws IOException {
    Said said = prepare(second, out);
    assertEquals(0, said.exitCode(), said.out() + said.err());
    return report();
  }

  private RunReport report() throws IOException {
    return ReportJson.read(Files.readString(folder.resolve("report.json")));
  }

  private Said prepare(Lab lab, ByteArrayOutputStream out) {
    List<String> words = new ArrayList<>(List.of("prepare", "--context=" + context()));
    words.add(buildArgument());
    words.addAll(List.of("--image=" + image, "--registry=" + registry.address()));
    words.addAll(List.of("--builder=" + builder, "--retries=0"));
    words.add("--report=" + folder.resolve("report.json"));
    return lab.aiImage(out, words.toArray(String[]::new));
  }
}
