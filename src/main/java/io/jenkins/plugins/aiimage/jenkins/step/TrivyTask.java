package io.jenkins.plugins.aiimage.jenkins.step;

import io.jenkins.plugins.aiimage.jenkins.run.Task;
import io.jenkins.plugins.aiimage.jenkins.settings.Defaults;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.StepResult;
import io.jenkins.plugins.aiimage.trivy.TrivyReader;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Providing Trivy's databases. */
final class TrivyTask implements Task {
  private static final long serialVersionUID = 1L;

  @Override
  public String command() {
    return "trivy-db";
  }

  @Override
  public Map<String, List<String>> complete(
      Defaults defaults, Map<String, List<String>> given, Map<String, String> environment) {
    return defaults.forTrivy(given, environment);
  }

  @Override
  public String doing() {
    return "fetching the same database";
  }

  @Override
  public String takingOver() {
    return "ended without a fresh database: fetching it here.";
  }

  @Override
  public UseCase useCase(Map<String, List<String>> parameters, Path workspace, Machine machine)
      throws UseCaseException {
    return new TrivyReader(parameters, workspace, Parameter::name).read(machine);
  }

  @Override
  public Map<String, Object> result(RunReport report) {
    return StepResult.provided(report);
  }
}
