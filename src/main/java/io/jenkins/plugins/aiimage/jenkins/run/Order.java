package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.model.Run;
import io.jenkins.plugins.aiimage.jenkins.settings.BuildSecrets;
import io.jenkins.plugins.aiimage.jenkins.settings.Defaults;
import io.jenkins.plugins.aiimage.jenkins.settings.NamedRegistries;
import io.jenkins.plugins.aiimage.jenkins.settings.RegistryLogin;
import io.jenkins.plugins.aiimage.registry.CredentialSource;
import io.jenkins.plugins.aiimage.registry.Credentials;
import io.jenkins.plugins.aiimage.registry.DockerConfig;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the agent is told of one run: the step's parameters with the defaults of Jenkins, and
 * the secrets. It crosses to the agent and is kept nowhere.
 *
 * @param login null if no credentials are named
 * @param version of the program
 */
record Order(
    Task task,
    HashMap<String, ArrayList<String>> parameters,
    HashMap<String, String> environment,
    RegistryLogin login,
    BuildSecrets secrets,
    String version)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String SECRETS = "secrets";

  /**
   * Completes what a step was given.
   *
   * @throws AbortException if credentials that it names cannot be used
   */
  static Order of(
      Task task, Map<String, ? extends List<String>> given, Run<?, ?> run, EnvVars variables)
      throws AbortException {
    Map<String, List<String>> complete =
        task.complete(Defaults.of(run), new HashMap<>(given), variables);
    String registry = registry(complete);
    String credentials = first(complete, Defaults.CREDENTIALS);
    if (registry.isEmpty() && !credentials.isEmpty()) {
      throw new AbortException(
          Defaults.CREDENTIALS + ": no registry is named that these credentials are for.");
    }
    Optional<RegistryLogin> login =
        credentials.isEmpty() ? Optional.empty() : RegistryLogin.of(run, registry, credentials);
    BuildSecrets secrets = BuildSecrets.resolve(run, complete.getOrDefault(SECRETS, List.of()));
    HashMap<String, ArrayList<String>> parameters = copyOf(complete);
    parameters.remove(Defaults.CREDENTIALS);
    parameters.remove(Defaults.CREDENTIALS_REGISTRY);
    // Not every command knows the parameter.
    parameters.computeIfPresent(SECRETS, (name, values) -> new ArrayList<>(secrets.files()));
    String version = UseCase.class.getPackage().getImplementationVersion();
    return new Order(
        task,
        parameters,
        new HashMap<>(variables),
        login.orElse(null),
        secrets,
        version == null ? "development" : version);
  }

  /** Parameters as they can be kept and sent. */
  static HashMap<String, ArrayList<String>> copyOf(Map<String, ? extends List<String>> parameters) {
    HashMap<String, ArrayList<String>> copy = new HashMap<>();
    parameters.forEach((name, values) -> copy.put(name, new ArrayList<>(values)));
    return copy;
  }

  /** What the credentials are for. */
  private static String registry(Map<String, List<String>> complete) {
    String own = first(complete, Defaults.CREDENTIALS_REGISTRY);
    String named = own.isEmpty() ? first(complete, "registry") : own;
    return named.isEmpty() ? NamedRegistries.first(complete).orElse("") : named;
  }

  private static String first(Map<String, List<String>> values, String name) {
    return values.getOrDefault(name, List.of()).stream().findFirst().orElse("").strip();
  }

  boolean isSet(String name) {
    return parameters.containsKey(name);
  }

  Masks masks() {
    List<String> all = new ArrayList<>(secrets.secrets());
    if (login != null) {
      all.addAll(login.secrets());
    }
    return new Masks(all);
  }

  /** On the agent: its own environment with the step's on top, as a process started there has. */
  Map<String, String> environmentHere() {
    Map<String, String> all = new HashMap<>(System.getenv());
    all.putAll(environment);
    return all;
  }

  /** On the agent: the login, and what its user has for other registries. */
  CredentialSource credentialsHere() {
    CredentialSource users = DockerConfig.of(environmentHere());
    return login == null ? users : CredentialSource.of(host(), basic(), users);
  }

  RegistryHost host() {
    return RegistryHost.parse(login.host());
  }

  Credentials.Basic basic() {
    return new Credentials.Basic(login.user(), login.secret());
  }

  @Override
  public String toString() {
    return "Order[" + task.command() + "]";
  }
}
