package io.jenkins.plugins.aiimage.start.compose;

/** What a service waits for in another one; later ones ask for more. */
public enum Condition {
  /** It runs. */
  STARTED,
  /** Its health check says so; without one, it has run for a moment. */
  HEALTHY,
  /** It has ended with exit code 0. */
  COMPLETED
}
