package org.jenkinsci.plugins.workflow.graph;

import hudson.model.Action;
import hudson.model.Actionable;
import hudson.model.Saveable;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

public abstract class FlowNode extends Actionable implements Saveable {
  protected FlowNode(FlowExecution exec, String id, List<FlowNode> parents) {}

  public final boolean isActive() {
    throw new UnsupportedOperationException();
  }

  public final ErrorAction getError() {
    throw new UnsupportedOperationException();
  }

  public FlowExecution getExecution() {
    throw new UnsupportedOperationException();
  }

  public List<FlowNode> getParents() {
    throw new UnsupportedOperationException();
  }

  public String getEnclosingId() {
    throw new UnsupportedOperationException();
  }

  public List<String> getParentIds() {
    throw new UnsupportedOperationException();
  }

  public String getId() {
    throw new UnsupportedOperationException();
  }

  public String getDisplayName() {
    throw new UnsupportedOperationException();
  }

  public String getDisplayFunctionName() {
    throw new UnsupportedOperationException();
  }

  protected abstract String getTypeDisplayName();

  public String getUrl() throws IOException {
    throw new UnsupportedOperationException();
  }

  public final <T extends Action> T getPersistentAction(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  public <T extends Action> T getAction(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  public void save() throws IOException {
    throw new UnsupportedOperationException();
  }
}
