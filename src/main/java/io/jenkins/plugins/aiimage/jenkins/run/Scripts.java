package io.jenkins.plugins.aiimage.jenkins.run;

/**
 * What is run on an agent. Values are in files and in the environment: a script has only the name
 * of the command and the identity of the run in it.
 */
final class Scripts {
  private static final String OPTIONS = "-XX:+UseSerialGC -Djava.awt.headless=true";

  private Scripts() {}

  /** With a first line of its own, so that the shell does not print what it runs. */
  static String bourne(String id, String command) {
    return """
        #!/bin/sh
        %s=%s
        export %1$s
        exec "$AI_IMAGE_JAVA" %s -jar "$AI_IMAGE_JAR" %s --request "$AI_IMAGE_FOLDER/request.json" \
        --events "$AI_IMAGE_FOLDER/events" --lease "$AI_IMAGE_FOLDER/lease"
        """
        .formatted(RemoteRun.MARK, id, OPTIONS, command);
  }

  static String batch(String id, String command) {
    return """
        @echo off
        set "%s=%s"
        "%%AI_IMAGE_JAVA%%" %s -jar "%%AI_IMAGE_JAR%%" %s \
        --request "%%AI_IMAGE_FOLDER%%\\request.json" \
        --events "%%AI_IMAGE_FOLDER%%\\events" --lease "%%AI_IMAGE_FOLDER%%\\lease"
        """
        .formatted(RemoteRun.MARK, id, OPTIONS, command);
  }
}
