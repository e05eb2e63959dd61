package io.jenkins.plugins.aiimage.jenkins.step;

import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.aiimage.jenkins.settings.CredentialsBox;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import java.util.List;
import java.util.function.Supplier;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A step with credentials for what its parameter {@code registry} names. */
public abstract class RegistryStepDescriptor extends AiImageStepDescriptor {
  RegistryStepDescriptor(
      String functionName, Supplier<String> displayName, List<Parameter> parameters, String shown) {
    super(functionName, displayName, parameters, shown);
  }

  /** The credentials to choose from. */
  @POST
  public ListBoxModel doFillCredentialsIdItems(
      @AncestorInPath Item item,
      @QueryParameter String registry,
      @QueryParameter String credentialsId) {
    return CredentialsBox.of(item, registry, credentialsId);
  }
}
