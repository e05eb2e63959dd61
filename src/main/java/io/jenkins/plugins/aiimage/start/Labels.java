package io.jenkins.plugins.aiimage.start;

import io.jenkins.plugins.aiimage.build.process.ProcessName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the engine keeps about a run's containers and its network, so that another run can stop
 * them, and knows when nobody else will.
 *
 * @param owner the process that stops them, with its machine; {@link #NOBODY} if they are to go on
 *     without one
 * @param until when they may be removed by whoever comes along
 */
record Labels(String run, String owner, Instant until) {
  static final String RUN = "ai-image.run";
  static final String OWNER = "ai-image.owner";
  static final String UNTIL = "ai-image.until";
  static final String SERVICE = "ai-image.service";
  static final String STAGE = "ai-image.stage";

  /** Names of volumes that go with the container, with blanks between. */
  static final String VOLUMES = "ai-image.volumes";

  static final String NOBODY = "nobody";
  static final List<String> ALL = List.of(RUN, OWNER, UNTIL, SERVICE, STAGE, VOLUMES);

  /** Of a run that this process stops. */
  static Labels ownedHere(String run, Instant until) {
    String owner = ProcessName.machine() + " " + ProcessName.of(ProcessHandle.current());
    return new Labels(run, owner, until);
  }

  /** Of a run that is stopped by another one. */
  static Labels kept(String run, Instant until) {
    return new Labels(run, NOBODY, until);
  }

  Map<String, String> asMap() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(RUN, run);
    all.put(OWNER, owner);
    all.put(UNTIL, String.valueOf(until.getEpochSecond()));
    return all;
  }

  /** Whether nobody will stop what has these labels. A process of another machine may live. */
  static boolean isLeftOver(Map<String, String> labels, Instant now) {
    String owner = labels.getOrDefault(OWNER, "");
    String here = ProcessName.machine() + " ";
    if (owner.startsWith(here) && ProcessName.find(owner.substring(here.length())).isEmpty()) {
      return true;
    }
    try {
      return Instant.ofEpochSecond(Long.parseLong(labels.getOrDefault(UNTIL, ""))).isBefore(now);
    } catch (NumberFormatException e) {
      // Somebody else's label of the same name.
      return false;
    }
  }
}
