package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.FilePath;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** A question to the agent that can be taken back while it waits for its answer. */
final class Question {
  private Future<Outcome> asked;
  private boolean takenBack;

  /**
   * Asks and waits.
   *
   * @throws InterruptedException if it was taken back
   */
  Outcome ask(FilePath workspace, Order order) throws IOException, InterruptedException {
    Future<Outcome> answer = workspace.actAsync(new QuickAnswer(order));
    synchronized (this) {
      asked = answer;
      if (takenBack) {
        answer.cancel(true);
      }
    }
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } catch (CancellationException e) {
      throw new InterruptedException("the question was taken back");
    }
  }

  /** Nobody wants to know any more. */
  synchronized void takeBack() {
    takenBack = true;
    if (asked != null) {
      asked.cancel(true);
    }
  }
}
