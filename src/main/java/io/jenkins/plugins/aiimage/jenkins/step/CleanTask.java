package io.jenkins.plugins.aiimage.jenkins.step;

import io.jenkins.plugins.aiimage.clean.Clean;
import io.jenkins.plugins.aiimage.clean.CleanReader;
import io.jenkins.plugins.aiimage.jenkins.run.Task;
import io.jenkins.plugins.aiimage.jenkins.settings.Defaults;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.StepResult;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Removing old images. */
final class CleanTask implements Task {
  private static final long serialVersionUID = 1L;

  @Override
  public String command() {
    return "clean";
  }

  @Override
  public Map<String, List<String>> complete(
      Defaults defaults, Map<String, List<String>> given, Map<String, String> environment) {
    return defaults.forClean(given);
  }

  @Override
  public String doing() {
    return "cleaning the same place";
  }

  @Override
  public UseCase useCase(Map<String, List<String>> parameters, Path workspace, Machine machine)
      throws UseCaseException {
    return new Clean(new CleanReader(parameters, Parameter::name).read(), machine);
  }

  @Override
  public Map<String, Object> result(RunReport report) {
    return StepResult.cleaned(report);
  }
}
