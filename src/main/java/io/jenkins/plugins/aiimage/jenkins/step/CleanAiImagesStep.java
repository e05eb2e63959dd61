package io.jenkins.plugins.aiimage.jenkins.step;

import hudson.Extension;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.aiimage.jenkins.run.AiImageExecution;
import io.jenkins.plugins.aiimage.jenkins.settings.CredentialsBox;
import io.jenkins.plugins.aiimage.parameter.Forms;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * {@code cleanAiImages()}: removes old images from a registry, or from the agent's engine. What
 * each parameter means is said in {@link Parameters}.
 */
public final class CleanAiImagesStep extends Step {
  private final StepParameters parameters = new StepParameters();

  /** The program says which parameters are missing. */
  @DataBoundConstructor
  public CleanAiImagesStep() {}

  @Override
  public StepExecution start(StepContext context) {
    return new AiImageExecution(context, new CleanTask(), parameters.asMap());
  }

  public String getRegistry() {
    return parameters.one("registry");
  }

  @DataBoundSetter
  public void setRegistry(String registry) {
    parameters.one("registry", registry);
  }

  public String getCredentialsId() {
    return parameters.one("credentialsId");
  }

  @DataBoundSetter
  public void setCredentialsId(String credentialsId) {
    parameters.one("credentialsId", credentialsId);
  }

  public List<String> getImage() {
    return parameters.many("image");
  }

  @DataBoundSetter
  public void setImage(List<String> image) {
    parameters.many("image", image);
  }

  public String getOlderThan() {
    return parameters.one("olderThan");
  }

  @DataBoundSetter
  public void setOlderThan(String olderThan) {
    parameters.one("olderThan", olderThan);
  }

  public Integer getKeep() {
    String keep = parameters.one("keep");
    return keep == null ? null : Integer.valueOf(keep);
  }

  @DataBoundSetter
  public void setKeep(Integer keep) {
    parameters.one("keep", keep == null ? null : keep.toString());
  }

  public String getUntilFree() {
    return parameters.one("untilFree");
  }

  @DataBoundSetter
  public void setUntilFree(String untilFree) {
    parameters.one("untilFree", untilFree);
  }

  public String getBuilder() {
    return parameters.one("builder");
  }

  @DataBoundSetter
  public void setBuilder(String builder) {
    parameters.one("builder", builder);
  }

  public boolean isDryRun() {
    return parameters.flag("dryRun");
  }

  @DataBoundSetter
  public void setDryRun(boolean dryRun) {
    parameters.flag("dryRun", dryRun);
  }

  /** For the form: the values of a parameter that takes several, one a line. */
  public String lines(String parameter) {
    return StepForm.lines(parameters.many(parameter));
  }

  /** The step as Pipeline and its pages know it. */
  @Extension
  public static final class DescriptorImpl extends StepDescriptor
      implements CustomDescribableModel {
    @Override
    public String getFunctionName() {
      return "cleanAiImages";
    }

    @Override
    public String getDisplayName() {
      return Messages.clean();
    }

    @Override
    public Set<? extends Class<?>> getRequiredContext() {
      return StepForm.CONTEXT;
    }

    /** For the form: what there is, in the order of the documentation. */
    public List<Parameter> getParameters() {
      return StepForm.CLEAN;
    }

    @Override
    public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
      return Forms.normalised(arguments, StepForm.CLEAN);
    }

    @Override
    public Step newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
      return super.newInstance(request, StepForm.withLists(form, StepForm.CLEAN));
    }

    /** The credentials to choose from. */
    @POST
    public ListBoxModel doFillCredentialsIdItems(
        @AncestorInPath Item item,
        @QueryParameter String registry,
        @QueryParameter String credentialsId) {
      return CredentialsBox.of(item, registry, credentialsId);
    }

    @Override
    public String argumentsToString(Map<String, Object> arguments) {
      return StepForm.shown(arguments.get("image"))
          .orElseGet(() -> super.argumentsToString(arguments));
    }
  }
}
