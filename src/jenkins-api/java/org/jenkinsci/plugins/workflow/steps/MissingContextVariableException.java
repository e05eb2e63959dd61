package org.jenkinsci.plugins.workflow.steps;

public class MissingContextVariableException extends Exception {
  public MissingContextVariableException(Class<?> type) {}
}
