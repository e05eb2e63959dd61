package io.jenkins.plugins.aiimage.jenkins.step;

import io.jenkins.plugins.aiimage.GeneratedTable;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds what is written for authors of Jenkinsfiles to the code. */
class StepDocumentTest {
  private static final PrepareAiProcessorImageStep UNTOUCHED = new PrepareAiProcessorImageStep();

  @Test
  void shouldDescribeEveryParameterByItsNameInAJenkinsfile() throws IOException {
    new GeneratedTable("steps.md", "prepare").shouldHold(() -> parameters(StepForm.PREPARE));
    new GeneratedTable("steps.md", "push").shouldHold(() -> parameters(StepForm.PUSH));
    new GeneratedTable("steps.md", "promote").shouldHold(() -> parameters(StepForm.PROMOTE));
    new GeneratedTable("steps.md", "clean").shouldHold(() -> parameters(StepForm.CLEAN));
    new GeneratedTable("steps.md", "start").shouldHold(() -> parameters(StepForm.START));
    new GeneratedTable("steps.md", "trivy").shouldHold(() -> parameters(StepForm.TRIVY));
    new GeneratedTable("steps.md", "lint").shouldHold(() -> parameters(StepForm.LINT));
    new GeneratedTable("steps.md", "smoke").shouldHold(() -> parameters(StepForm.SMOKE));
    new GeneratedTable("steps.md", "diagnose").shouldHold(() -> parameters(StepForm.DIAGNOSE));
  }

  private static String parameters(List<Parameter> parameters) {
    StringBuilder table =
        new StringBuilder("| parameter | value | default | meaning |\n|---|---|---|---|\n");
    for (Parameter parameter : parameters) {
      String value = parameter.value() + (parameter.many() ? " …" : "");
      table
          .append("| `" + parameter.name() + "` | ")
          .append(parameter.isSwitch() ? "`true`, `false`" : "`" + GeneratedTable.cell(value) + "`")
          .append(" | ")
          .append(parameter.isSwitch() ? "`" + standard(parameter) + "`" : parameter.standard())
          .append(" | ")
          .append(GeneratedTable.cell(parameter.description()))
          .append(" |\n");
    }
    return table.toString();
  }

  /** The one switch that is on is the step's to know: the command line can only switch it off. */
  private static boolean standard(Parameter parameter) {
    return parameter.name().equals("push") && UNTOUCHED.isPush();
  }
}
