package io.jenkins.plugins.aiimage.jenkins.run;

import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * The body of a step: begun once, and cancelled once if the step is stopped before it or in it.
 * Kept with the pipeline's state.
 */
final class Body extends BodyExecutionCallback {
  private static final long serialVersionUID = 1L;

  private final BlockExecution step;
  private volatile BodyExecution running;
  private transient Throwable stopped;

  Body(BlockExecution step) {
    this.step = step;
  }

  void begin(StepContext context, EnvironmentExpander environment) {
    BodyExecution begun;
    Throwable cause;
    synchronized (this) {
      begun = context.newBodyInvoker().withContext(environment).withCallback(this).start();
      running = begun;
      cause = stopped;
    }
    if (cause != null) {
      boolean unused = begun.cancel(cause);
    }
  }

  /** Cancels it, now or as soon as it is begun. */
  void stop(Throwable cause) {
    BodyExecution begun;
    synchronized (this) {
      stopped = cause;
      begun = running;
    }
    if (begun != null) {
      boolean unused = begun.cancel(cause);
    }
  }

  @Override
  public void onSuccess(StepContext context, Object result) {
    end();
    step.afterBody(result, null);
  }

  @Override
  public void onFailure(StepContext context, Throwable failure) {
    end();
    step.afterBody(null, failure);
  }

  private synchronized void end() {
    running = null;
  }
}
