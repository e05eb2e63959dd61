package io.jenkins.plugins.aiimage.jenkins.settings;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.aiimage.build.engine.Engines;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * The administrator's defaults for every step. A getter answers null where nothing is set, which
 * keeps the field out of forms and of what Configuration as Code exports; the program's own default
 * holds then.
 *
 * <p>Its symbol is for Configuration as Code, which reads the annotation, and is left out of the
 * index, where Declarative would find it: there the word means the variable of the shared library.
 */
@Extension
@Symbol("aiImagePipeline")
public class AiImageSettings extends GlobalConfiguration {
  private String registry;
  private String credentialsId;
  private String repositoryPrefix;
  private String builder;
  private String timeout;
  private String stallTimeout;
  private String totalTimeout;
  private String retries;
  private String mirrors;
  private String trivySources;
  private String trivyMirror;
  private String trivyMaxAge;
  private boolean verbose;

  /** Reads what was saved. */
  @SuppressWarnings("this-escape")
  public AiImageSettings() {
    load();
  }

  /** The one of this Jenkins. */
  public static AiImageSettings get() {
    return ExtensionList.lookupSingleton(AiImageSettings.class);
  }

  RegistryChoice choice() {
    return RegistryChoice.ofNullable(registry, credentialsId, repositoryPrefix);
  }

  /** What is set of the rest, by parameter name. */
  Map<String, List<String>> limits() {
    Completion limits = new Completion(Map.of());
    limits.put("builder", Objects.toString(builder, ""));
    limits.put("timeout", Objects.toString(timeout, ""));
    limits.put("stallTimeout", Objects.toString(stallTimeout, ""));
    limits.put("totalTimeout", Objects.toString(totalTimeout, ""));
    limits.put("retries", Objects.toString(retries, ""));
    limits.replace("mirrors", Lines.of(mirrors));
    if (verbose) {
      limits.put("verbose", List.of());
    }
    return limits.all();
  }

  /** What is set about Trivy's databases. */
  TrivyChoice trivy() {
    return new TrivyChoice(
        choice(), Lines.of(trivySources), Lines.of(trivyMirror), Objects.toString(trivyMaxAge, ""));
  }

  @Override
  public String getDisplayName() {
    return Messages.settings();
  }

  public String getRegistry() {
    return registry;
  }

  @DataBoundSetter
  public void setRegistry(String registry) {
    this.registry = Util.fixEmptyAndTrim(registry);
    save();
  }

  public String getCredentialsId() {
    return credentialsId;
  }

  @DataBoundSetter
  public void setCredentialsId(String credentialsId) {
    this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    save();
  }

  public String getRepositoryPrefix() {
    return repositoryPrefix;
  }

  @DataBoundSetter
  public void setRepositoryPrefix(String repositoryPrefix) {
    this.repositoryPrefix = Util.fixEmptyAndTrim(repositoryPrefix);
    save();
  }

  public String getBuilder() {
    return builder;
  }

  @DataBoundSetter
  public void setBuilder(String builder) {
    this.builder = Util.fixEmptyAndTrim(builder);
    save();
  }

  public String getTimeout() {
    return timeout;
  }

  @DataBoundSetter
  public void setTimeout(String timeout) {
    this.timeout = Util.fixEmptyAndTrim(timeout);
    save();
  }

  public String getStallTimeout() {
    return stallTimeout;
  }

  @DataBoundSetter
  public void setStallTimeout(String stallTimeout) {
    this.stallTimeout = Util.fixEmptyAndTrim(stallTimeout);
    save();
  }

  public String getTotalTimeout() {
    return totalTimeout;
  }

  @DataBoundSetter
  public void setTotalTimeout(String totalTimeout) {
    this.totalTimeout = Util.fixEmptyAndTrim(totalTimeout);
    save();
  }

  public String getRetries() {
    return retries;
  }

  @DataBoundSetter
  public void setRetries(String retries) {
    this.retries = Util.fixEmptyAndTrim(retries);
    save();
  }

  /** Fallback indexes as {@code ARG=VALUE}, one a line. */
  public String getMirrors() {
    return mirrors;
  }

  @DataBoundSetter
  public void setMirrors(String mirrors) {
    this.mirrors = Util.fixEmptyAndTrim(mirrors);
    save();
  }

  /** Repositories of Trivy's databases as {@code [KIND=]REF}, one a line, the best first. */
  public String getTrivySources() {
    return trivySources;
  }

  @DataBoundSetter
  public void setTrivySources(String trivySources) {
    this.trivySources = Util.fixEmptyAndTrim(trivySources);
    save();
  }

  public String getTrivyMirror() {
    return trivyMirror;
  }

  @DataBoundSetter
  public void setTrivyMirror(String trivyMirror) {
    this.trivyMirror = Util.fixEmptyAndTrim(trivyMirror);
    save();
  }

  public String getTrivyMaxAge() {
    return trivyMaxAge;
  }

  @DataBoundSetter
  public void setTrivyMaxAge(String trivyMaxAge) {
    this.trivyMaxAge = Util.fixEmptyAndTrim(trivyMaxAge);
    save();
  }

  public boolean isVerbose() {
    return verbose;
  }

  @DataBoundSetter
  public void setVerbose(boolean verbose) {
    this.verbose = verbose;
    save();
  }

  @POST
  public ListBoxModel doFillCredentialsIdItems(
      @QueryParameter String registry, @QueryParameter String credentialsId) {
    return mayConfigure()
        ? StoredCredentials.choices(Jenkins.get(), registry, credentialsId)
        : StoredCredentials.only(credentialsId);
  }

  @POST
  public ListBoxModel doFillBuilderItems(@QueryParameter String builder) {
    ListBoxModel items = new ListBoxModel();
    if (mayConfigure()) {
      Engines.BUILDERS.forEach(items::add);
    } else if (Util.fixEmptyAndTrim(builder) != null) {
      items.add(builder);
    }
    return items;
  }

  @POST
  public FormValidation doCheckRegistry(@QueryParameter String value) {
    return mayConfigure() ? Answer.to(FieldRules.registry(value)) : FormValidation.ok();
  }

  @POST
  public FormValidation doCheckRepositoryPrefix(@QueryParameter String value) {
    return mayConfigure() ? Answer.to(FieldRules.repositoryPrefix(value)) : FormValidation.ok();
  }

  @POST
  public FormValidation doCheckBuilder(@QueryParameter String value) {
    return mayConfigure() ? Answer.to(FieldRules.builder(value)) : FormValidation.ok();
  }

  @POST
  public FormValidation doCheckTimeout(@QueryParameter String value) {
    return mayConfigure() ? Answer.to(FieldRules.time(value)) : FormValidation.ok();
  }

  @POST
  public FormValidation doCheckStallTimeout(@QueryParameter String value) {
    return mayConfigure() ? Answer.to(FieldRules.time(value)) : FormValidation.ok();
  }

  @POST
  public FormValidation doCheckTotalTimeout(@QueryParameter String value) {
    return mayConfigure() ? Answer.to(FieldRules.time(value)) : FormValidation.ok();
  }

  @POST
  public FormValidation doCheckRetries(@QueryParameter String value) {
    return mayConfigure() ? Answer.to(FieldRules.retries(value)) : FormValidation.ok();
  }

  @POST
  public FormValidation doCheckMirrors(@QueryParameter String value) {
    return mayConfigure() ? Answer.to(FieldRules.mirrors(value)) : FormValidation.ok();
  }

  @POST
  public FormValidation doCheckTrivySources(@QueryParameter String value) {
    return mayConfigure() ? Answer.to(FieldRules.trivySources(value)) : FormValidation.ok();
  }

  @POST
  public FormValidation doCheckTrivyMirror(@QueryParameter String value) {
    return mayConfigure() ? Answer.to(FieldRules.trivyMirror(value)) : FormValidation.ok();
  }

  @POST
  public FormValidation doCheckTrivyMaxAge(@QueryParameter String value) {
    return mayConfigure() ? Answer.to(FieldRules.time(value)) : FormValidation.ok();
  }

  /** Asks the registry of the form, saved or not. */
  @POST
  public FormValidation doTestConnection(
      @QueryParameter String registry, @QueryParameter String credentialsId) {
    return mayConfigure()
        ? Answer.ofConnection(RegistryChoice.ofNullable(registry, credentialsId, ""), Jenkins.get())
        : FormValidation.ok();
  }

  private static boolean mayConfigure() {
    return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
  }
}
