package io.jenkins.plugins.aiimage.jenkins.settings;

import hudson.AbortException;
import hudson.model.ItemGroup;
import hudson.util.FormValidation;
import java.util.Optional;

/** What a form shows beside a field. */
final class Answer {
  private Answer() {}

  static FormValidation to(Optional<String> problem) {
    return problem.map(FormValidation::error).orElseGet(FormValidation::ok);
  }

  /** Asks the registry, with the credentials that jobs in this group may use. */
  static FormValidation ofConnection(RegistryChoice choice, ItemGroup<?> group) {
    ConnectionTest test;
    try {
      Optional<RegistryLogin> login =
          choice.credentialsId().isEmpty() || choice.registry().isEmpty()
              ? Optional.empty()
              : Optional.of(
                  StoredCredentials.login(group, choice.registry(), choice.credentialsId()));
      test = ConnectionTest.of(choice.registry(), login);
    } catch (AbortException e) {
      return FormValidation.error(e.getMessage());
    }
    return test.succeeded()
        ? FormValidation.ok(test.sentence())
        : FormValidation.error(test.sentence());
  }
}
