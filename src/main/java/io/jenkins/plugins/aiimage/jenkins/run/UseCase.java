package io.jenkins.plugins.aiimage.jenkins.run;

import io.jenkins.plugins.aiimage.prepare.Prepare.Answer;
import io.jenkins.plugins.aiimage.prepare.PrepareException;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.RunReport;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What one step asks the program for: all that differs from step to step. */
public interface UseCase extends Serializable {
  /** The program's command that does it. */
  String command();

  /**
   * Does it where that is quick, inside the agent's JVM.
   *
   * @param parameters by the names that the step gives them
   * @param workspace what relative paths start from
   * @param version of the program, for the report
   * @throws PrepareException if a parameter is wrong; the message names it
   */
  Answer answer(
      Map<String, List<String>> parameters,
      Path workspace,
      Map<String, String> environment,
      CredentialSource credentials,
      String version,
      EventLog events)
      throws PrepareException;

  /** The step's value, of JDK types that a sandboxed script may read. */
  Object result(RunReport report);
}
