package io.jenkins.plugins.aiimage.jenkins.step;

import io.jenkins.plugins.aiimage.diagnose.Diagnose;
import io.jenkins.plugins.aiimage.diagnose.DiagnoseReader;
import io.jenkins.plugins.aiimage.jenkins.run.Task;
import io.jenkins.plugins.aiimage.jenkins.settings.Defaults;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.report.DiagnosisResult;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Looking at a recipe before it is built. */
final class DiagnoseTask implements Task {
  private static final long serialVersionUID = 1L;

  @Override
  public String command() {
    return "diagnose";
  }

  @Override
  public Map<String, List<String>> complete(
      Defaults defaults, Map<String, List<String>> given, Map<String, String> environment) {
    return defaults.forDiagnose(given);
  }

  @Override
  public String doing() {
    return "looking at the same recipe";
  }

  @Override
  public UseCase useCase(Map<String, List<String>> parameters, Path workspace, Machine machine)
      throws UseCaseException {
    return new Diagnose(new DiagnoseReader(workspace, parameters, Parameter::name).read(), machine);
  }

  @Override
  public Map<String, Object> result(RunReport report) {
    return DiagnosisResult.of(report);
  }
}
