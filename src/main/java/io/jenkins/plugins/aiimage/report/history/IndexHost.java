package io.jenkins.plugins.aiimage.report.history;

import io.jenkins.plugins.aiimage.report.AttemptReport;
import io.jenkins.plugins.aiimage.report.Cause;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which index an attempt talked to when it failed, as far as its output says. */
final class IndexHost {
  /** As urllib3 names a host ({@code host='pypi.org'}), or in an address, without its user. */
  private static final Pattern HOST =
      Pattern.compile(
          "host='([\\w.-]{1,80})'|https?://(?:[^/@\\s]{0,200}@)?([\\w.-]{1,80}(?::\\d{1,5})?)");

  private static final Set<Cause> OF_THIS_MACHINE =
      Set.of(Cause.BUILDER_STATE, Cause.ENGINE_LOST, Cause.DISK_FULL, Cause.ABORTED);

  private IndexHost() {}

  static Optional<String> of(AttemptReport attempt) {
    if (OF_THIS_MACHINE.contains(attempt.cause())) {
      return Optional.empty();
    }
    Optional<String> host = in(attempt.message());
    for (int i = attempt.lastLines().size() - 1; i >= 0 && host.isEmpty(); i--) {
      host = in(attempt.lastLines().get(i));
    }
    return host;
  }

  private static Optional<String> in(String text) {
    Matcher host = HOST.matcher(text);
    if (!host.find()) {
      return Optional.empty();
    }
    return Optional.of(host.group(1) == null ? host.group(2) : host.group(1));
  }
}
