package io.jenkins.plugins.aiimage.cache;

import io.jenkins.plugins.aiimage.registry.Descriptor;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.registry.Repository;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A repository of a registry. */
public record RegistryCache(RegistryHost host, Repository images) implements ImageCache {
  @Override
  public String words() {
    return "registry " + host.name();
  }

  @Override
  public String repository() {
    return host.name() + "/" + images.name();
  }

  /** One HEAD a tag, all under way at once: one round trip. */
  @Override
  public Map<String, String> find(List<String> tags) throws RegistryException {
    Map<String, FutureTask<Optional<Descriptor>>> asked = new LinkedHashMap<>();
    for (String tag : tags) {
      asked.put(tag, new FutureTask<>(() -> images.head(tag)));
    }
    boolean here = true;
    for (FutureTask<Optional<Descriptor>> question : asked.values()) {
      if (here) {
        here = false;
        continue;
      }
      Thread thread = new Thread(question, "ai-image cache look-up");
      thread.setDaemon(true);
      thread.start();
    }
    asked.values().stream().findFirst().ifPresent(FutureTask::run);
    Map<String, String> found = new HashMap<>();
    for (Map.Entry<String, FutureTask<Optional<Descriptor>>> question : asked.entrySet()) {
      answer(question.getValue())
          .ifPresent(image -> found.put(question.getKey(), image.digest().toString()));
    }
    return found;
  }

  private static Optional<Descriptor> answer(FutureTask<Optional<Descriptor>> question)
      throws RegistryException {
    try {
      return question.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RegistryException known) {
        throw known;
      }
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  @Override
  public String reference(String digest) {
    return repository() + "@" + digest;
  }

  @Override
  public void tag(String digest, String tag) throws RegistryException {
    images.tag(digest, tag);
  }
}
