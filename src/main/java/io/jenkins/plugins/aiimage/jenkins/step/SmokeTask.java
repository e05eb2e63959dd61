package io.jenkins.plugins.aiimage.jenkins.step;

import io.jenkins.plugins.aiimage.jenkins.run.Task;
import io.jenkins.plugins.aiimage.jenkins.settings.Defaults;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.StepResult;
import io.jenkins.plugins.aiimage.smoke.Smoke;
import io.jenkins.plugins.aiimage.smoke.SmokeReader;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Testing an image. */
final class SmokeTask implements Task {
  private static final long serialVersionUID = 1L;

  @Override
  public String command() {
    return "smoke";
  }

  @Override
  public Map<String, List<String>> complete(
      Defaults defaults, Map<String, List<String>> given, Map<String, String> environment) {
    return defaults.forSmoke(given);
  }

  @Override
  public String doing() {
    return "testing the same image";
  }

  @Override
  public UseCase useCase(Map<String, List<String>> parameters, Path workspace, Machine machine)
      throws UseCaseException {
    return new Smoke(new SmokeReader(parameters, Parameter::name).read(), machine);
  }

  @Override
  public Map<String, Object> result(RunReport report) {
    return StepResult.tested(report);
  }
}
