package org.jenkinsci.plugins.workflow.flow;

import com.google.common.util.concurrent.ListenableFuture;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

public abstract class FlowExecution {
  public abstract FlowExecutionOwner getOwner();

  public abstract List<FlowNode> getCurrentHeads();

  public ListenableFuture<List<StepExecution>> getCurrentExecutions(boolean innerMostOnly) {
    throw new UnsupportedOperationException();
  }

  public abstract boolean isCurrentHead(FlowNode n);

  public String getUrl() throws IOException {
    throw new UnsupportedOperationException();
  }

  public boolean isComplete() {
    throw new UnsupportedOperationException();
  }

  public final Throwable getCauseOfFailure() {
    throw new UnsupportedOperationException();
  }

  public abstract FlowNode getNode(String id) throws IOException;
}
