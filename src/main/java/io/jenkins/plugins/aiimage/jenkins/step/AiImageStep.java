package io.jenkins.plugins.aiimage.jenkins.step;

import org.jenkinsci.plugins.workflow.steps.Step;

/** A step that keeps its parameters by name, as the program reads them. */
public abstract class AiImageStep extends Step {
  final StepParameters parameters = new StepParameters();

  AiImageStep() {}

  /** For the form: the values of a parameter that takes several, one a line. */
  public String lines(String parameter) {
    return StepForm.lines(parameters.many(parameter));
  }
}
