package io.jenkins.plugins.aiimage.dockerfile;

import java.util.List;
import java.util.Locale;

/** Makes the name of a phase from what is installed. */
final class PackageName {
  private static final String UNNAMED = "packages";
  private static final List<String> ENDINGS =
      List.of(".git", ".whl", ".tar.gz", ".zip", ".txt", ".in", ".yml", ".yaml", ".deb", ".rpm");

  private PackageName() {}

  /** {@code torch} for {@code torch[cuda]==2.3}, {@code requirements-ml} for a list of packages. */
  static String of(String word) {
    String name = word.substring(word.indexOf("::") < 0 ? 0 : word.indexOf("::") + 2);
    boolean scoped = name.startsWith("@");
    name = beforeAny(scoped ? name.substring(1) : name, "[<>=!~;@, #");
    if (!scoped) {
      name = lastSegment(name);
    }
    for (String ending : ENDINGS) {
      if (name.endsWith(ending)) {
        name = name.substring(0, name.length() - ending.length());
        name = ending.equals(".whl") ? beforeAny(name, "-") : name;
      }
    }
    return valid(name.toLowerCase(Locale.ROOT));
  }

  private static String beforeAny(String text, String ends) {
    int end = 0;
    while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end);
  }

  private static String lastSegment(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  private static String valid(String name) {
    StringBuilder valid = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      valid.append(PhaseMark.isNameCharacter(c) ? c : '-');
    }
    int start = 0;
    int end = valid.length();
    while (start < end && "-.".indexOf(valid.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && "-.".indexOf(valid.charAt(end - 1)) >= 0) {
      end--;
    }
    return start == end || name.startsWith("$") ? UNNAMED : valid.substring(start, end);
  }
}
