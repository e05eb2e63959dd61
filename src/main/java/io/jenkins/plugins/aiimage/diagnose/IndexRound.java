package io.jenkins.plugins.aiimage.diagnose;

import io.jenkins.plugins.aiimage.registry.Proxies;
import io.jenkins.plugins.aiimage.report.Diagnosis.Index;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks all indexes at once. */
record IndexRound(Map<String, String> environment, Duration timeout) {
  /** An answer of each, in their order, within the time-out and a little. */
  List<Index> ask(List<IndexAddress> addresses) {
    List<IndexQuestion> questions = new ArrayList<>();
    List<FutureTask<Index>> answers = new ArrayList<>();
    for (IndexAddress address : addresses) {
      IndexQuestion question = new IndexQuestion(address, new Proxies(environment), timeout);
      FutureTask<Index> answer = new FutureTask<>(question::ask);
      Thread thread = new Thread(answer, "ai-image index");
      thread.setDaemon(true);
      thread.start();
      questions.add(question);
      answers.add(answer);
    }
    long deadline = System.nanoTime() + timeout.toNanos();
    List<Index> indexes = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      indexes.add(answer(questions.get(i), answers.get(i), deadline - System.nanoTime()));
    }
    return indexes;
  }

  private Index answer(IndexQuestion question, FutureTask<Index> answer, long nanos) {
    try {
      return answer.get(Math.max(nanos, TimeUnit.MILLISECONDS.toNanos(1)), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      // A host name that is looked up, or an answer that drips.
      question.cut();
      return question.silent("no answer within " + timeout.toMillis() / 1000.0 + " s");
    } catch (ExecutionException e) {
      return question.silent("it cannot be asked");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      question.cut();
      return question.silent("nobody waited for its answer");
    }
  }
}
