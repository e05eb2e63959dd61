package io.jenkins.plugins.aiimage.jenkins.step;

import io.jenkins.plugins.aiimage.jenkins.run.Task;
import io.jenkins.plugins.aiimage.jenkins.settings.Defaults;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.push.PushReader;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.StepResult;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Bringing images to registries. */
final class PushTask implements Task {
  private static final long serialVersionUID = 1L;

  private final String source;

  /**
   * @param source the parameter that names what is pushed: {@code image} or {@code from}
   */
  PushTask(String source) {
    this.source = source;
  }

  @Override
  public String command() {
    return "push";
  }

  @Override
  public Map<String, List<String>> complete(
      Defaults defaults, Map<String, List<String>> given, Map<String, String> environment) {
    return defaults.forPush(given, environment);
  }

  @Override
  public String doing() {
    return "pushing this image";
  }

  @Override
  public String takingOver() {
    return "has ended, and there is something left to push.";
  }

  @Override
  public UseCase useCase(Map<String, List<String>> parameters, Path workspace, Machine machine)
      throws UseCaseException {
    List<String> names = parameters.getOrDefault(source, List.of());
    // The program's own reader knows both sources, and a step only one of them.
    if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
      throw UseCaseException.input(
          source + ": name the image; what a step with dryRun returns is none.");
    }
    return new PushReader(parameters, Parameter::name).read(machine);
  }

  @Override
  public Map<String, Object> result(RunReport report) {
    return StepResult.pushed(report);
  }
}
