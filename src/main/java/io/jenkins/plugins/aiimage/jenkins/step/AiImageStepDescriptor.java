package io.jenkins.plugins.aiimage.jenkins.step;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.aiimage.parameter.Forms;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.StaplerRequest2;

/** A step as Pipeline and its pages know it: all that follows from its name and its parameters. */
public abstract class AiImageStepDescriptor extends StepDescriptor
    implements CustomDescribableModel {
  private static final Set<? extends Class<?>> CONTEXT =
      Set.of(Run.class, FilePath.class, EnvVars.class, TaskListener.class);

  private final String functionName;
  private final Supplier<String> displayName;
  private final List<Parameter> parameters;
  private final String shown;

  /**
   * A step's descriptor.
   *
   * @param displayName asked whenever a page shows it, in the language of that page's reader
   * @param parameters in the order of the documentation
   * @param shown name of the parameter that a page shows of a call; empty for what Jenkins shows of
   *     any step
   */
  AiImageStepDescriptor(
      String functionName, Supplier<String> displayName, List<Parameter> parameters, String shown) {
    this.functionName = functionName;
    this.displayName = displayName;
    this.parameters = parameters;
    this.shown = shown;
  }

  @Override
  public String getFunctionName() {
    return functionName;
  }

  @Override
  public String getDisplayName() {
    return displayName.get();
  }

  @Override
  public Set<? extends Class<?>> getRequiredContext() {
    return CONTEXT;
  }

  /** For the form: what there is, in the order of the documentation. */
  public List<Parameter> getParameters() {
    return parameters;
  }

  @Override
  public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
    return Forms.normalised(arguments, parameters);
  }

  @Override
  public Step newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
    return super.newInstance(request, StepForm.withLists(form, parameters));
  }

  @Override
  public String argumentsToString(Map<String, Object> arguments) {
    return StepForm.shown(arguments.get(shown)).orElseGet(() -> super.argumentsToString(arguments));
  }
}
