package io.jenkins.plugins.aiimage.jenkins.settings;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.AbstractFolderProperty;
import com.cloudbees.hudson.plugins.folder.AbstractFolderPropertyDescriptor;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * A folder's own registry for the jobs below it. A getter answers null where the folder leaves the
 * choice to what is around it.
 */
public class AiImageFolderProperty extends AbstractFolderProperty<AbstractFolder<?>> {
  private String registry;
  private String credentialsId;
  private String repositoryPrefix;

  /** Sets nothing. */
  @DataBoundConstructor
  public AiImageFolderProperty() {}

  /** The choice for what is directly in this group: the nearest folder's over those around it. */
  static RegistryChoice choiceIn(ItemGroup<?> group) {
    if (!(group instanceof Item item)) {
      return AiImageSettings.get().choice();
    }
    RegistryChoice outer = choiceIn(item.getParent());
    AiImageFolderProperty own =
        item instanceof AbstractFolder<?> folder
            ? folder.getProperties().get(AiImageFolderProperty.class)
            : null;
    return own == null ? outer : own.choice().over(outer);
  }

  private RegistryChoice choice() {
    return RegistryChoice.ofNullable(registry, credentialsId, repositoryPrefix);
  }

  public String getRegistry() {
    return registry;
  }

  @DataBoundSetter
  public void setRegistry(String registry) {
    this.registry = Util.fixEmptyAndTrim(registry);
  }

  public String getCredentialsId() {
    return credentialsId;
  }

  @DataBoundSetter
  public void setCredentialsId(String credentialsId) {
    this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
  }

  public String getRepositoryPrefix() {
    return repositoryPrefix;
  }

  @DataBoundSetter
  public void setRepositoryPrefix(String repositoryPrefix) {
    this.repositoryPrefix = Util.fixEmptyAndTrim(repositoryPrefix);
  }

  /** The form of {@link AiImageFolderProperty}. */
  @Extension
  @Symbol("aiImage")
  public static class DescriptorImpl extends AbstractFolderPropertyDescriptor {

    @Override
    public String getDisplayName() {
      return Messages.folder();
    }

    /** A form left blank leaves no property behind. */
    @Override
    public AbstractFolderProperty<?> newInstance(StaplerRequest2 req, JSONObject formData)
        throws FormException {
      AbstractFolderProperty<?> made = super.newInstance(req, formData);
      return made instanceof AiImageFolderProperty own && own.choice().isBlank() ? null : made;
    }

    @POST
    public ListBoxModel doFillCredentialsIdItems(
        @AncestorInPath Item item,
        @QueryParameter String registry,
        @QueryParameter String credentialsId) {
      return mayConfigure(item) && item instanceof ItemGroup<?> group
          ? StoredCredentials.choices(group, inside(item, registry, "").registry(), credentialsId)
          : StoredCredentials.only(credentialsId);
    }

    @POST
    public FormValidation doCheckRegistry(@AncestorInPath Item item, @QueryParameter String value) {
      return mayConfigure(item) ? Answer.to(FieldRules.registry(value)) : FormValidation.ok();
    }

    @POST
    public FormValidation doCheckRepositoryPrefix(
        @AncestorInPath Item item, @QueryParameter String value) {
      return mayConfigure(item)
          ? Answer.to(FieldRules.repositoryPrefix(value))
          : FormValidation.ok();
    }

    /** Asks the registry that jobs here would use if the form were saved. */
    @POST
    public FormValidation doTestConnection(
        @AncestorInPath Item item,
        @QueryParameter String registry,
        @QueryParameter String credentialsId) {
      return mayConfigure(item) && item instanceof ItemGroup<?> group
          ? Answer.ofConnection(inside(item, registry, credentialsId), group)
          : FormValidation.ok();
    }

    private static RegistryChoice inside(Item item, String registry, String credentialsId) {
      return RegistryChoice.ofNullable(registry, credentialsId, "")
          .over(choiceIn(item.getParent()));
    }

    private static boolean mayConfigure(Item item) {
      return item != null && item.hasPermission(Item.CONFIGURE);
    }
  }
}
