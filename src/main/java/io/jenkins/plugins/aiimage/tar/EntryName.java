package io.jenkins.plugins.aiimage.tar;

import java.util.Optional;

/** Names of an archive's entries, as far as they may become names of files. */
public final class EntryName {
  private static final int LONGEST = 255;
  private static final int DEEPEST = 32;

  private EntryName() {}

  /**
   * The name without what means nothing, such as a leading {@code ./}; empty for the root.
   *
   * @throws TarException if the file could be outside of the folder, or of no sane name
   */
  public static Optional<String> of(String name) throws TarException {
    String[] parts = name.split("/", -1);
    StringBuilder clean = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      boolean last = i == parts.length - 1;
      if (part.equals(".") || (part.isEmpty() && last && i > 0)) {
        continue;
      }
      if (part.isEmpty() || part.equals("..") || part.length() > LONGEST || ++depth > DEEPEST) {
        throw wrong(name);
      }
      for (int at = 0; at < part.length(); at++) {
        char c = part.charAt(at);
        // A colon or a backslash is a way out on Windows.
        if (c < ' ' || c == 0x7f || c == '\\' || c == ':') {
          throw wrong(name);
        }
      }
      clean.append(clean.length() == 0 ? "" : "/").append(part);
    }
    return clean.length() == 0 ? Optional.empty() : Optional.of(clean.toString());
  }

  private static TarException wrong(String name) {
    String shown = name.length() > 100 ? name.substring(0, 100) + "…" : name;
    return new TarException("It has an entry with the name \"" + shown + "\".");
  }
}
