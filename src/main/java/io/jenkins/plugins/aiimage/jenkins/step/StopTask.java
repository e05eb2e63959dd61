package io.jenkins.plugins.aiimage.jenkins.step;

import io.jenkins.plugins.aiimage.jenkins.run.Task;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.StepResult;
import io.jenkins.plugins.aiimage.start.StopReader;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Stopping services. */
final class StopTask implements Task {
  private static final long serialVersionUID = 1L;

  @Override
  public String command() {
    return "stop";
  }

  @Override
  public String doing() {
    return "stopping the same services";
  }

  @Override
  public UseCase useCase(Map<String, List<String>> parameters, Path workspace, Machine machine)
      throws UseCaseException {
    return new StopReader(parameters, Parameter::name).read(machine);
  }

  @Override
  public Map<String, Object> result(RunReport report) {
    return StepResult.started(report);
  }
}
