package io.jenkins.plugins.aiimage.jenkins.settings;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.AbortException;
import hudson.model.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/**
 * What the parameter {@code secrets} stands for. It crosses to the agent, which writes the contents
 * into private files; it must not be kept in anything that is saved.
 *
 * @param files values {@code id=FILE}, as the step gave them
 * @param contents of credentials, by secret id
 */
public record BuildSecrets(List<String> files, Map<String, byte[]> contents)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PARAMETER = "secrets: ";

  public BuildSecrets {
    files = List.copyOf(files);
    contents = Collections.unmodifiableMap(new LinkedHashMap<>(contents));
  }

  /**
   * Looks up the credentials among the values; their use is recorded.
   *
   * @param values {@code id=FILE} or {@code id=credential:CREDENTIALS_ID}
   * @throws AbortException if a value is malformed, or its credentials are unknown to this run or
   *     of no use; one sentence that names the parameter
   */
  public static BuildSecrets resolve(Run<?, ?> run, List<String> values) throws AbortException {
    List<String> files = new ArrayList<>();
    Map<String, byte[]> contents = new LinkedHashMap<>();
    Set<String> ids = new HashSet<>();
    for (String value : values) {
      SecretSource source = parse(value);
      if (!ids.add(source.id())) {
        throw new AbortException(PARAMETER + source.id() + " is given twice.");
      }
      if (source.isCredential()) {
        contents.put(source.id(), content(run, source.from()));
      } else {
        files.add(value);
      }
    }
    return new BuildSecrets(files, contents);
  }

  private static SecretSource parse(String value) throws AbortException {
    try {
      return SecretSource.parse(value);
    } catch (IllegalArgumentException e) {
      throw new AbortException(PARAMETER + e.getMessage() + ".");
    }
  }

  private static byte[] content(Run<?, ?> run, String id) throws AbortException {
    StandardCredentials found =
        CredentialsProvider.findCredentialById(id, StandardCredentials.class, run, List.of());
    if (found == null) {
      throw new AbortException(
          PARAMETER + "there are no credentials \"" + id + "\" that this job may use.");
    }
    CredentialsProvider.track(run, found);
    if (found instanceof StringCredentials text) {
      return text.getSecret().getPlainText().getBytes(StandardCharsets.UTF_8);
    }
    if (found instanceof FileCredentials file) {
      try (InputStream in = file.getContent()) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new AbortException(
            PARAMETER + "the file of the credentials \"" + id + "\" cannot be read.");
      }
    }
    throw new AbortException(
        PARAMETER + "the credentials \"" + id + "\" are neither a secret text nor a secret file.");
  }

  /** All texts that must not be seen in a log, an event or a page. */
  public List<String> secrets() {
    return contents.values().stream().flatMap(SecretText::masked).distinct().toList();
  }

  @Override
  public String toString() {
    return "BuildSecrets[files=" + files + ", contents=" + contents.keySet() + "]";
  }
}
