package io.jenkins.plugins.aiimage.jenkins.settings;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.AbortException;
import hudson.model.ItemGroup;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.aiimage.registry.InvalidReferenceException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import java.util.List;
import jenkins.authentication.tokens.api.AuthenticationTokens;
import org.jenkinsci.plugins.docker.commons.credentials.DockerRegistryToken;

/** Jenkins' credentials that are of use for a registry, by way of docker-commons' conversions. */
final class StoredCredentials {
  private StoredCredentials() {}

  /** Those that this run may use. */
  static RegistryLogin login(Run<?, ?> run, String registry, String id) throws AbortException {
    IdCredentials found =
        CredentialsProvider.findCredentialById(
            id, IdCredentials.class, run, requirements(registry));
    if (found == null) {
      throw failure("there are no credentials \"" + id + "\" that this job may use.");
    }
    // Looking credentials up does not record their use.
    CredentialsProvider.track(run, found);
    return convert(found, registry, id);
  }

  /** Those that the jobs in this folder, or in all of Jenkins, may use. */
  static RegistryLogin login(ItemGroup<?> group, String registry, String id) throws AbortException {
    IdCredentials found =
        CredentialsMatchers.firstOrNull(
            CredentialsProvider.lookupCredentialsInItemGroup(
                IdCredentials.class, group, ACL.SYSTEM2, requirements(registry)),
            CredentialsMatchers.allOf(CredentialsMatchers.withId(id), forJobs()));
    if (found == null) {
      throw failure("there are no credentials \"" + id + "\" that jobs here may use.");
    }
    return convert(found, registry, id);
  }

  /** The choices of a form. */
  static ListBoxModel choices(ItemGroup<?> group, String registry, String current) {
    return new StandardListBoxModel()
        .includeEmptyValue()
        .includeMatchingAs(
            ACL.SYSTEM2,
            group,
            StandardCredentials.class,
            requirements(registry),
            CredentialsMatchers.allOf(
                AuthenticationTokens.matcher(DockerRegistryToken.class), forJobs()))
        .includeCurrentValue(current);
  }

  /** What somebody sees who may not choose. */
  static ListBoxModel only(String current) {
    return new StandardListBoxModel().includeCurrentValue(current);
  }

  /** Credentials of the system's scope are Jenkins' own: no job can use them. */
  private static CredentialsMatcher forJobs() {
    return CredentialsMatchers.not(CredentialsMatchers.withScope(CredentialsScope.SYSTEM));
  }

  private static List<DomainRequirement> requirements(String registry) {
    try {
      RegistryHost host = RegistryHost.parse(registry.strip());
      String scheme = host.plainHttp() ? "http://" : "https://";
      return URIRequirementBuilder.fromUri(scheme + host.name()).build();
    } catch (InvalidReferenceException e) {
      return List.of();
    }
  }

  private static RegistryLogin convert(IdCredentials found, String registry, String id)
      throws AbortException {
    DockerRegistryToken token = AuthenticationTokens.convert(DockerRegistryToken.class, found);
    if (token == null) {
      throw failure(
          "the credentials \"" + id + "\" are not for registries: name a user name and password.");
    }
    try {
      return RegistryLogin.decode(registry, token.getToken());
    } catch (InvalidReferenceException e) {
      throw new AbortException("registry: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw failure("the credentials \"" + id + "\" cannot be used: " + e.getMessage() + ".");
    }
  }

  private static AbortException failure(String sentence) {
    return new AbortException(Defaults.CREDENTIALS + ": " + sentence);
  }
}
