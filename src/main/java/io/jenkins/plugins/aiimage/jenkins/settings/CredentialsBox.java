package io.jenkins.plugins.aiimage.jenkins.settings;

import hudson.model.Item;
import hudson.util.ListBoxModel;
import jenkins.model.Jenkins;

/** The credentials that an author may choose from. */
public final class CredentialsBox {
  private CredentialsBox() {}

  /**
   * For a form inside a job, or inside none.
   *
   * @param item null outside a job
   * @param registry that they are for; blank if that is not said
   * @param current what is chosen; all that somebody sees who may not configure
   */
  public static ListBoxModel of(Item item, String registry, String current) {
    boolean may =
        item == null
            ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
            : item.hasPermission(Item.CONFIGURE);
    return may
        ? StoredCredentials.choices(
            item == null ? Jenkins.get() : item.getParent(), registry, current)
        : StoredCredentials.only(current);
  }
}
