package io.jenkins.plugins.aiimage.push;

import io.jenkins.plugins.aiimage.registry.Manifest;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.TransferEvent;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.util.List;
import java.util.Map;

/** Points tags at an image by its very bytes, and looks whether they do. */
record Tags(EventLog events) {
  void set(Step step, Source.Registered image) throws UseCaseException, RegistryException {
    String digest = image.digest();
    List<String> wrong = step.tagsToSet(digest);
    if (!wrong.isEmpty()) {
      Manifest manifest = image.manifest();
      for (String tag : wrong) {
        step.cache().images().put(tag, manifest);
      }
    }
    Map<String, String> now = step.cache().find(wrong);
    for (String tag : step.tags()) {
      if (wrong.contains(tag) && !digest.equals(now.get(tag))) {
        throw new UseCaseException(
            Problem.TAG_MOVED,
            step.target().tagged(tag)
                + " was set to "
                + digest
                + " and points at "
                + now.getOrDefault(tag, "nothing")
                + " now: somebody else moved it. The image is there by its digest.");
      }
      events.publish(new TransferEvent.Tagged(step.target().tagged(tag), wrong.contains(tag)));
    }
  }
}
