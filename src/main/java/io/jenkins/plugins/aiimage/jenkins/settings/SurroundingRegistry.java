package io.jenkins.plugins.aiimage.jenkins.settings;

import io.jenkins.plugins.aiimage.registry.InvalidReferenceException;
import io.jenkins.plugins.aiimage.registry.RegistryHost;
import java.util.Map;

/**
 * The registry of a {@code docker.withRegistry} block, which docker-workflow hands to its body as
 * {@code DOCKER_REGISTRY_URL} and, if it has credentials, a {@code DOCKER_CONFIG} with its login.
 *
 * @param name as the parameter {@code registry} takes it; empty outside such a block
 * @param loggedIn whether the body has a docker configuration of its own
 */
record SurroundingRegistry(String name, boolean loggedIn) {

  static SurroundingRegistry of(Map<String, String> environment) {
    String url = environment.getOrDefault("DOCKER_REGISTRY_URL", "").strip();
    boolean loggedIn = !environment.getOrDefault("DOCKER_CONFIG", "").isBlank();
    return new SurroundingRegistry(registry(url), loggedIn);
  }

  private static String registry(String url) {
    int scheme = url.indexOf("://");
    String rest = scheme < 0 ? url : url.substring(scheme + 3);
    int path = rest.indexOf('/');
    String authority = path < 0 ? rest : rest.substring(0, path);
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    try {
      String name = host.isEmpty() ? "" : RegistryHost.parse(host).name();
      return url.startsWith("http://") && !name.isEmpty() ? "http://" + name : name;
    } catch (InvalidReferenceException e) {
      // The run says what is wrong with it; another registry in its place would be a surprise.
      return host;
    }
  }
}
