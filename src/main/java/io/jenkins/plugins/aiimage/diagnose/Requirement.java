package io.jenkins.plugins.aiimage.diagnose;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A package that a list asks for.
 *
 * @param name normal form of PyPI's names (PEP 503)
 * @param pinned whether it is one version and no other
 */
record Requirement(String name, boolean pinned) {
  private static final Pattern NAMED =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*)\\s*(?:\\[[^\\]]*\\])?\\s*(.*)");
  private static final Pattern EXACT = Pattern.compile("===?\\s*[^*,\\s]+\\s*(;.*)?");
  private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

  /** Empty for what has no name, such as a path or the address of a file. */
  static Optional<Requirement> of(String text) {
    String line = text.strip();
    Matcher named = NAMED.matcher(line);
    if (line.contains("://") && line.indexOf('@') < 0) {
      return Optional.empty();
    }
    if (!named.matches() || line.startsWith(".") || line.startsWith("/")) {
      return Optional.empty();
    }
    String rest = named.group(2).strip();
    // A file or a commit is one version; what else stands behind an @ is not known.
    boolean direct = rest.startsWith("@");
    boolean versions =
        rest.isEmpty() || direct || "=<>!~;(".indexOf(rest.charAt(0)) >= 0 || rest.startsWith("--");
    return versions
        ? Optional.of(
            new Requirement(
                normal(named.group(1)), direct || EXACT.matcher(withoutHashes(rest)).matches()))
        : Optional.empty();
  }

  private static String withoutHashes(String rest) {
    int options = rest.indexOf(" --");
    return options < 0 ? rest : rest.substring(0, options).strip();
  }

  static String normal(String name) {
    return SEPARATORS.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
  }
}
