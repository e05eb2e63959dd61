package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.RegistryProblems;

/** Decides whether a run goes on without its registry. */
record RegistryTrouble(PrepareRequest request, EventLog events) {

  /**
   * Only warns of a registry that is down.
   *
   * @param consequence a sentence: what the run comes to now
   * @throws RegistryException the same, if the registry refuses, or must be there
   */
  void warn(RegistryException e, String consequence) throws RegistryException {
    boolean refused = RegistryProblems.of(e) == Problem.REGISTRY_REFUSED;
    if (refused || request.publication().requireRegistry()) {
      throw e;
    }
    events.publish(new Event.Warned(e.getMessage() + " " + consequence));
  }
}
