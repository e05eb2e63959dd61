package io.jenkins.plugins.aiimage.jenkins.settings;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.ModelObject;
import hudson.util.Secret;
import java.io.IOException;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;

/** Credentials for tests, stored where a test wants them. */
public final class Accounts {
  private Accounts() {}

  public static StandardCredentials user(
      CredentialsScope scope, String id, String user, String password) throws Exception {
    return new UsernamePasswordCredentialsImpl(scope, id, id, user, password);
  }

  public static StandardCredentials text(String id, String secret) {
    return new StringCredentialsImpl(CredentialsScope.GLOBAL, id, id, Secret.fromString(secret));
  }

  public static void store(ModelObject place, StandardCredentials credentials) throws IOException {
    CredentialsProvider.lookupStores(place)
        .iterator()
        .next()
        .addCredentials(Domain.global(), credentials);
  }
}
