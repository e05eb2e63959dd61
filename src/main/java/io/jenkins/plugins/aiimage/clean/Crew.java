package io.jenkins.plugins.aiimage.clean;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks many questions, a few at a time: a registry is not to be flooded. */
final class Crew implements AutoCloseable {
  private static final int SIZE = 8;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          SIZE,
          task -> {
            Thread thread = new Thread(task, "ai-image clean");
            thread.setDaemon(true);
            return thread;
          });

  /** A question about one thing. */
  @FunctionalInterface
  interface Question<T, A> {
    A ask(T about) throws UnclearException;
  }

  /** The answers, in the order of the things; the first failure is thrown. */
  <T, A> Map<T, A> ask(Collection<T> things, Question<T, A> question) throws UnclearException {
    Map<T, Future<A>> asked = new LinkedHashMap<>();
    for (T thing : things) {
      asked.put(thing, threads.submit(() -> question.ask(thing)));
    }
    Map<T, A> answers = new LinkedHashMap<>();
    try {
      for (Map.Entry<T, Future<A>> one : asked.entrySet()) {
        answers.put(one.getKey(), one.getValue().get());
      }
    } catch (ExecutionException e) {
      asked.values().forEach(rest -> rest.cancel(false));
      if (e.getCause() instanceof UnclearException known) {
        throw known;
      }
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
    return answers;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
