package io.jenkins.plugins.aiimage.jenkins.settings;

import hudson.model.Item;
import hudson.util.ListBoxModel;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/** The credentials that an author may choose from. */
public final class CredentialsBox {
  private CredentialsBox() {}

  /**
   * For a form inside a job, or inside none.
   *
   * @param item null outside a job
   * @param registry that they are for, the first of several, one a line; blank if that is not said
   * @param current what is chosen; all that somebody sees who may not configure
   */
  public static ListBoxModel of(Item item, String registry, String current) {
    String first = Lines.of(registry).stream().findFirst().orElse("");
    boolean may =
        item == null
            ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
            : item.hasPermission(Item.CONFIGURE);
    return may
        ? StoredCredentials.choices(item == null ? Jenkins.get() : item.getParent(), first, current)
        : StoredCredentials.only(current);
  }

  /**
   * The registry whose credentials the step that provides Trivy's databases takes.
   *
   * @param mirrorTo of its form: one value a line
   * @param sources of its form: one value a line
   * @return blank if the form names none
   */
  public static String registryOfTrivy(String mirrorTo, String sources) {
    return Stream.of(mirrorTo, sources)
        .flatMap(text -> Lines.of(text).stream())
        .findFirst()
        .flatMap(TrivyPlaces::registry)
        .orElse("");
  }
}
