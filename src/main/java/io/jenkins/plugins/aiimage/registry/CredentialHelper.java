package io.jenkins.plugins.aiimage.registry;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Runs {@code docker-credential-NAME get}, with the registry on its standard input. */
final class CredentialHelper {
  private static final int LONGEST_ANSWER = 64 * 1024;

  /** The user name that marks an identity token. */
  private static final String TOKEN_USER = "<token>";

  private final String prefix;
  private final Duration timeout;

  /**
   * @param prefix of the program's name: {@code docker-credential-}, found by {@code PATH}
   */
  CredentialHelper(String prefix, Duration timeout) {
    this.prefix = prefix;
    this.timeout = timeout;
  }

  /** What it knows about a registry, which it calls by the name of docker's configuration. */
  Credentials get(String name, String registry) throws RegistryException {
    requireName(name);
    Process process = start(name);
    try {
      ask(process, registry);
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failed(name, "did not answer in time");
      }
      byte[] answer = process.getInputStream().readNBytes(LONGEST_ANSWER);
      return parse(name, process.exitValue(), new String(answer, StandardCharsets.UTF_8));
    } catch (RegistryException e) {
      throw e;
    } catch (IOException e) {
      throw failed(name, "ended without an answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(name, "was interrupted");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** The configuration's word becomes a program's name: it must not become a path. */
  private static void requireName(String name) throws RegistryException {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && "._-".indexOf(c) < 0) {
        throw failed(name, "is not a helper's name");
      }
    }
  }

  private Process start(String name) throws RegistryException {
    try {
      return new ProcessBuilder(prefix + name, "get")
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw failed(name, "could not be started: install it on this machine");
    }
  }

  private static void ask(Process process, String registry) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(registry.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A helper that ended without reading says why by its exit code.
    }
  }

  private static Credentials parse(String name, int exitCode, String answer)
      throws RegistryException {
    if (exitCode != 0) {
      if (answer.contains("credentials not found")) {
        return Credentials.NONE;
      }
      throw failed(name, "failed with exit code " + exitCode + ": run it by hand to see why");
    }
    try {
      JsonObject credentials = JsonParser.parseString(answer).getAsJsonObject();
      String user = credentials.get("Username").getAsString();
      String secret = credentials.get("Secret").getAsString();
      return user.equals(TOKEN_USER)
          ? new Credentials.IdentityToken(secret)
          : new Credentials.Basic(user, secret);
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | NullPointerException
        | UnsupportedOperationException e) {
      throw failed(name, "gave an answer that is not a credential");
    }
  }

  private static RegistryException failed(String name, String why) {
    return RegistryException.of(
        Kind.CREDENTIALS, "The credential helper docker-credential-" + name + " " + why + ".");
  }
}
