package io.jenkins.plugins.aiimage.build;

import io.jenkins.plugins.aiimage.report.Installed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The packages that pip, uv, apt and apk say they have installed in a phase, in all its attempts:
 * what an earlier one installed in a RUN of its own comes from the builder's cache in a later one,
 * which does not say it again.
 */
final class Installations {
  /** More than any image has; a build could go on naming some. */
  private static final int MOST = 10_000;

  private static final int LISTED = 1_000;
  private static final int LONGEST = 80;
  private static final String PIP = "Successfully installed ";
  private static final String APT = "Setting up ";
  private static final String UV = "+ ";

  private final Map<String, String> versions = new LinkedHashMap<>();

  /** Takes note of a line, without the builder's prefix. */
  void heard(String line) {
    String text = line.strip();
    if (text.startsWith(PIP)) {
      for (String named : text.substring(PIP.length()).split(" +", -1)) {
        pip(named);
      }
    } else if (text.startsWith(APT) && text.endsWith(" ...")) {
      debian(text.substring(APT.length()));
    } else if (text.startsWith(UV)) {
      uv(text.substring(UV.length()));
    } else if (text.startsWith("(") && text.contains(") Installing ")) {
      alpine(text.substring(text.indexOf(") Installing ") + ") Installing ".length()));
    }
  }

  /** {@code nvidia-cublas-cu12-12.1.3.1}; without a version where pip could not find it. */
  private void pip(String named) {
    int hyphen = Requirement.versionAt(named);
    if (hyphen < 0) {
      add(named, "");
    } else {
      add(named.substring(0, hyphen), named.substring(hyphen + 1));
    }
  }

  /** {@code libfoo:amd64 (1.2-3) ...}. */
  private void debian(String text) {
    String[] words = text.split(" +", 3);
    int colon = words[0].indexOf(':');
    if (words.length < 3) {
      return;
    }
    add(colon < 0 ? words[0] : words[0].substring(0, colon), inParentheses(words[1]));
  }

  /** {@code musl (1.2.3-r4)}. */
  private void alpine(String text) {
    String[] words = text.split(" +", 3);
    if (words.length == 2 && words[1].startsWith("(")) {
      add(words[0], inParentheses(words[1]));
    }
  }

  /** {@code torch==2.3.0}; a shell that traces its commands begins its lines likewise. */
  private void uv(String text) {
    int equal = text.indexOf("==");
    if (equal > 0 && text.indexOf(' ') < 0) {
      add(text.substring(0, equal), text.substring(equal + 2));
    }
  }

  private static String inParentheses(String word) {
    return word.startsWith("(") && word.endsWith(")") ? word.substring(1, word.length() - 1) : "";
  }

  private void add(String name, String version) {
    boolean isName = !name.isEmpty() && name.length() <= LONGEST && version.length() <= LONGEST;
    if (isName && (versions.size() < MOST || versions.containsKey(name))) {
      versions.put(name, version);
    }
  }

  /** At most a thousand, in the order in which they were named first. */
  List<Installed> listed() {
    List<Installed> listed = new ArrayList<>();
    for (Map.Entry<String, String> each : versions.entrySet()) {
      if (listed.size() == LISTED) {
        break;
      }
      listed.add(new Installed(each.getKey(), each.getValue()));
    }
    return listed;
  }

  int count() {
    return versions.size();
  }
}
