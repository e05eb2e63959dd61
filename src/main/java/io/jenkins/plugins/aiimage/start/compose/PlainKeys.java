package io.jenkins.plugins.aiimage.start.compose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keys that become options of {@code docker run} as they are, and those that change nothing here.
 *
 * @param options where they are put
 */
record PlainKeys(List<String> options) {

  /**
   * Takes one key of a service.
   *
   * @throws ComposeException if it would change what is started and is not known
   */
  void read(String key, Place at) throws ComposeException {
    switch (key) {
      case "user" -> options.add("--user=" + at.text());
      case "working_dir" -> options.add("--workdir=" + at.text());
      case "hostname" -> options.add("--hostname=" + at.text());
      case "platform" -> options.add("--platform=" + at.text());
      case "stop_signal" -> options.add("--stop-signal=" + at.text());
      case "stop_grace_period" -> options.add("--stop-timeout=" + seconds(at));
      case "shm_size" -> options.add("--shm-size=" + Quantity.bytes(at.text(), at.value().line()));
      case "init" -> flag("--init", at);
      case "read_only" -> flag("--read-only", at);
      case "extra_hosts" -> hosts(at);
      case "tmpfs" -> at.texts().forEach(text -> options.add("--tmpfs=" + text));
      case "ulimits" -> ulimits(at);
      case "restart" -> at.ignore("nothing is restarted");
      case "pull_policy" -> at.ignore("the parameter pull decides");
      case "logging" -> at.ignore("the engine's own");
      case "labels", "annotations", "expose", "attach", "develop", "tty", "stdin_open" ->
          at.ignore("");
      default ->
          throw at.unsupported(
              "it would change what is started, so nothing is; docs/services.md lists what is");
    }
  }

  private void flag(String option, Place at) throws ComposeException {
    if (at.truth()) {
      options.add(option);
    }
  }

  private static long seconds(Place at) throws ComposeException {
    return Math.max(1, Quantity.duration(at.text(), at.value().line()).toSeconds());
  }

  private void hosts(Place at) throws ComposeException {
    if (at.hasMembers()) {
      for (Map.Entry<String, Optional<String>> pair : at.pairs().entrySet()) {
        options.add("--add-host=" + pair.getKey() + ":" + pair.getValue().orElse(""));
      }
      return;
    }
    at.texts().forEach(text -> options.add("--add-host=" + text.replaceFirst("=", ":")));
  }

  private void ulimits(Place at) throws ComposeException {
    for (Map.Entry<String, Place> limit : at.members().entrySet()) {
      Place value = limit.getValue();
      String numbers;
      if (value.hasMembers()) {
        Map<String, Place> both = value.members();
        if (!both.keySet().equals(Set.of("soft", "hard"))) {
          throw value.wrong("it has soft and hard");
        }
        numbers = number(both.get("soft")) + ":" + number(both.get("hard"));
      } else {
        numbers = String.valueOf(number(value));
      }
      options.add("--ulimit=" + limit.getKey() + "=" + numbers);
    }
  }

  private static int number(Place at) throws ComposeException {
    return at.number(-1, Integer.MAX_VALUE);
  }
}
