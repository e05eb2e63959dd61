package io.jenkins.plugins.aiimage.jenkins.run;

import io.jenkins.plugins.aiimage.jenkins.settings.Defaults;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What one step asks the program for: all that differs from step to step. */
public interface Task extends Serializable {
  /** The program's command that does it. */
  String command();

  /**
   * The parameters with what Jenkins puts in for those that were not given.
   *
   * @param environment of the step
   */
  default Map<String, List<String>> complete(
      Defaults defaults, Map<String, List<String>> given, Map<String, String> environment) {
    return given;
  }

  /** What a step does that another waits for: it follows "which is". */
  String doing();

  /** That the step does it after all: it follows the name of the one that it waited for. */
  default String takingOver() {
    return "has ended: it is this step's turn.";
  }

  /**
   * The same, to be asked inside the agent's JVM.
   *
   * @param parameters by the names that the step gives them
   * @param workspace what relative paths start from
   * @throws UseCaseException if a parameter is wrong; the message names it
   */
  UseCase useCase(Map<String, List<String>> parameters, Path workspace, Machine machine)
      throws UseCaseException;

  /** What a body around which the step runs finds in its environment. */
  default Map<String, String> environment(RunReport report) {
    return Map.of();
  }

  /** The step's value, of JDK types that a sandboxed script may read. */
  Object result(RunReport report);
}
