package io.jenkins.plugins.aiimage.jenkins.step;

import io.jenkins.plugins.aiimage.jenkins.run.Task;
import io.jenkins.plugins.aiimage.lint.Lint;
import io.jenkins.plugins.aiimage.lint.LintReader;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.StepResult;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Looking at Dockerfiles. */
final class LintTask implements Task {
  private static final long serialVersionUID = 1L;

  @Override
  public String command() {
    return "lint";
  }

  @Override
  public String doing() {
    return "looking at the same files";
  }

  @Override
  public UseCase useCase(Map<String, List<String>> parameters, Path workspace, Machine machine)
      throws UseCaseException {
    boolean document = !parameters.getOrDefault("format", List.of("text")).equals(List.of("text"));
    if (document && !parameters.containsKey("output")) {
      throw UseCaseException.input(
          "format: a step has no standard output; name a file in the workspace by output.");
    }
    return new Lint(new LintReader(workspace, parameters, Parameter::name).read(), machine);
  }

  @Override
  public Map<String, Object> result(RunReport report) {
    return StepResult.reviewed(report);
  }
}
