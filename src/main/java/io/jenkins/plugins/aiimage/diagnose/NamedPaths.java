package io.jenkins.plugins.aiimage.diagnose;

import io.jenkins.plugins.aiimage.context.ContextException;
import io.jenkins.plugins.aiimage.context.DockerIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Paths of the context that somebody wants in an image: a COPY names them, or an exception in
 * {@code .dockerignore}.
 *
 * @param patterns cleaned, without slashes at their ends
 */
record NamedPaths(List<String> patterns) {
  NamedPaths {
    patterns = List.copyOf(patterns);
  }

  /** Those of a Dockerfile and of the rules that there are. */
  static NamedPaths of(Set<String> copied, String ignoreFile) {
    List<String> patterns = new ArrayList<>();
    copied.forEach(each -> patterns.add(clean(each)));
    for (String line : ignoreFile.lines().toList()) {
      if (line.startsWith("!")) {
        patterns.add(clean(line.substring(1).strip()));
      }
    }
    // All of it is no name: what is ballast there goes unseen.
    patterns.removeIf(
        each -> each.isEmpty() || each.equals(".") || each.equals("*") || each.equals("**"));
    return new NamedPaths(patterns);
  }

  private static String clean(String pattern) {
    String clean = pattern;
    while (clean.startsWith("/") || clean.startsWith("./")) {
      clean = clean.substring(clean.indexOf('/') + 1);
    }
    while (clean.endsWith("/")) {
      clean = clean.substring(0, clean.length() - 1);
    }
    return clean;
  }

  /** Whether this path, or something in it, or something that it is in, is named. */
  boolean touch(String path) {
    for (String pattern : patterns) {
      if (matches(pattern, path) || isBelow(pattern, path) || matches(path, pattern)) {
        return true;
      }
    }
    return false;
  }

  /** As a rule: also what lies in a folder that matches. */
  private static boolean matches(String pattern, String path) {
    try {
      return DockerIgnore.parse("", pattern).excludes(path);
    } catch (ContextException e) {
      // What nobody can read may mean anything.
      return true;
    }
  }

  /** With a wildcard, as far as there is none. */
  private static boolean isBelow(String pattern, String path) {
    int wildcard = pattern.length();
    for (char c : new char[] {'*', '?', '['}) {
      int at = pattern.indexOf(c);
      wildcard = at < 0 ? wildcard : Math.min(wildcard, at);
    }
    return pattern.startsWith(path + "/") && wildcard > path.length();
  }

  /** Whether a rule would hide something that is named. */
  boolean wouldMiss(String rule) {
    return patterns.stream().anyMatch(pattern -> matches(rule, pattern));
  }
}
