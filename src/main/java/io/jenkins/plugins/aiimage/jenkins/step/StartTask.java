package io.jenkins.plugins.aiimage.jenkins.step;

import io.jenkins.plugins.aiimage.jenkins.run.Task;
import io.jenkins.plugins.aiimage.jenkins.settings.Defaults;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.ServicesReport;
import io.jenkins.plugins.aiimage.report.StepResult;
import io.jenkins.plugins.aiimage.start.StartReader;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starting services. */
final class StartTask implements Task {
  private static final long serialVersionUID = 1L;

  @Override
  public String command() {
    return "start";
  }

  @Override
  public Map<String, List<String>> complete(
      Defaults defaults, Map<String, List<String>> given, Map<String, String> environment) {
    return defaults.forServices(given, environment);
  }

  @Override
  public String doing() {
    return "starting the same services";
  }

  @Override
  public UseCase useCase(Map<String, List<String>> parameters, Path workspace, Machine machine)
      throws UseCaseException {
    return new StartReader(parameters, workspace, Parameter::name).read(machine);
  }

  @Override
  public Map<String, String> environment(RunReport report) {
    Map<String, String> variables = new HashMap<>();
    for (String told :
        report
            .details(ServicesReport.class)
            .flatMap(ServicesReport::environment)
            .orElse(List.of())) {
      int equals = told.indexOf('=');
      variables.put(told.substring(0, equals), told.substring(equals + 1));
    }
    return variables;
  }

  @Override
  public Map<String, Object> result(RunReport report) {
    return StepResult.started(report);
  }
}
