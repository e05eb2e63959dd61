package io.jenkins.plugins.aiimage.jenkins.step;

import io.jenkins.plugins.aiimage.jenkins.run.Task;
import io.jenkins.plugins.aiimage.jenkins.settings.Defaults;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.prepare.Prepare;
import io.jenkins.plugins.aiimage.prepare.RequestReader;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.StepResult;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;
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
    return StepResult.prepared(report);
  }
}
