package io.jenkins.plugins.aiimage.jenkins.run;

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
   * The same, to be asked inside the agent's JVM.
   *
   * @param parameters by the names that the step gives them
   * @param workspace what relative paths start from
   * @throws UseCaseException if a parameter is wrong; the message names it
   */
  UseCase useCase(Map<String, List<String>> parameters, Path workspace, Machine machine)
      throws UseCaseException;

  /** The step's value, of JDK types that a sandboxed script may read. */
  Object result(RunReport report);
}
