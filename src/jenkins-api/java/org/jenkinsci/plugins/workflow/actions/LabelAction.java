package org.jenkinsci.plugins.workflow.actions;

public class LabelAction implements PersistentAction {
  public LabelAction(String displayName) {}

  public String getIconFileName() {
    throw new UnsupportedOperationException();
  }

  public String getDisplayName() {
    throw new UnsupportedOperationException();
  }

  public String getUrlName() {
    throw new UnsupportedOperationException();
  }
}
