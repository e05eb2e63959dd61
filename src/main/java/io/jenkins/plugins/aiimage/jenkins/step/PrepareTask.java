package io.jenkins.plugins.aiimage.jenkins.step;

import io.jenkins.plugins.aiimage.jenkins.run.Task;
import io.jenkins.plugins.aiimage.jenkins.settings.Defaults;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.prepare.Prepare;
import io.jenkins.plugins.aiimage.prepare.RequestReader;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.RunReport.PhaseResult;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Making sure that an image exists. */
final class PrepareTask implements Task {
  private static final long serialVersionUID = 1L;

  @Override
  public String command() {
    return "prepare";
  }

  @Override
  public Map<String, List<String>> complete(
      Defaults defaults, Map<String, List<String>> given, Map<String, String> environment) {
    return defaults.forPrepare(given, environment);
  }

  @Override
  public String doing() {
    return "building this image";
  }

  @Override
  public String takingOver() {
    return "ended without this image: building it here.";
  }

  @Override
  public UseCase useCase(Map<String, List<String>> parameters, Path workspace, Machine machine)
      throws UseCaseException {
    return Prepare.of(new RequestReader(parameters, workspace, Parameter::name).read(), machine);
  }

  @Override
  public Map<String, Object> result(RunReport report) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("image", image(report));
    result.put("digest", report.digest().orElse(null));
    result.put("reference", report.reference().orElse(null));
    result.put("published", report.published());
    result.put("cache", report.cache().or(report::planned).map(CacheResult::name).orElse(null));
    result.put("key", report.key());
    result.put("durationMs", report.duration().toMillis());
    result.put("savedMs", report.saved().map(Duration::toMillis).orElse(null));
    List<Map<String, Object>> phases = new ArrayList<>();
    for (RunReport.PhaseReport phase : report.phases()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", phase.name());
      entry.put("cache", outcome(phase, report.planned().isPresent()).name());
      entry.put("durationMs", phase.duration().toMillis());
      entry.put("attempts", phase.attempts());
      phases.add(entry);
    }
    result.put("phases", phases);
    return result;
  }

  /** Of a plan, what would become of the phase. */
  private static PhaseResult outcome(RunReport.PhaseReport phase, boolean planned) {
    return planned && phase.cache() == PhaseResult.NOT_REACHED ? PhaseResult.BUILT : phase.cache();
  }

  /** The repository stands for its tag latest; where that is not asked for, the first one does. */
  private static String image(RunReport report) {
    List<String> tags = report.tags();
    return tags.isEmpty() || tags.contains("latest")
        ? report.image()
        : report.image() + ":" + tags.get(0);
  }
}
