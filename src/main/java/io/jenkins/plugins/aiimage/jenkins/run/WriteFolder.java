package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.aiimage.registry.PrivateDockerConfig;
import io.jenkins.plugins.aiimage.registry.PrivateFiles;
import io.jenkins.plugins.aiimage.report.json.RequestJson;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jenkins.MasterToSlaveFileCallable;

/**
 * Lays out on the agent what the process will need: its request, a docker configuration with the
 * login, secrets, the lease. Answers the home of the agent's Java; nothing if the folder is there
 * already, because a former attempt to start was interrupted.
 */
final class WriteFolder extends MasterToSlaveFileCallable<String> {
  static final String REQUEST = "request.json";
  static final String EVENTS = "events";
  static final String LEASE = "lease";
  static final String DOCKER_CONFIG = "docker";
  private static final long serialVersionUID = 1L;

  private final Order order;

  WriteFolder(Order order) {
    this.order = order;
  }

  @Override
  public String invoke(File place, VirtualChannel channel) throws IOException {
    Path folder = place.toPath();
    if (Files.exists(folder)) {
      return "";
    }
    Leftovers.remove(folder.getParent(), Instant.now());
    PrivateFiles.createFolder(folder);
    if (order.login() != null) {
      PrivateDockerConfig.write(
          folder.resolve(DOCKER_CONFIG), order.environmentHere(), order.host(), order.basic());
    }
    Map<String, List<String>> parameters = new HashMap<>(order.parameters());
    List<String> secrets = secrets(folder);
    if (!secrets.isEmpty()) {
      parameters.put("secrets", secrets);
    }
    PrivateFiles.write(
        folder.resolve(REQUEST), RequestJson.write(parameters).getBytes(StandardCharsets.UTF_8));
    PrivateFiles.write(folder.resolve(LEASE), new byte[0]);
    return System.getProperty("java.home");
  }

  private List<String> secrets(Path folder) throws IOException {
    List<String> values = new ArrayList<>(order.secrets().files());
    for (Map.Entry<String, byte[]> secret : order.secrets().contents().entrySet()) {
      PrivateFiles.createFolder(folder.resolve("secrets"));
      Path file = folder.resolve("secrets").resolve(secret.getKey());
      PrivateFiles.write(file, secret.getValue());
      values.add(secret.getKey() + "=" + file);
    }
    return values;
  }
}
