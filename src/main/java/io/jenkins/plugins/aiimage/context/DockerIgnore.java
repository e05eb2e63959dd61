package io.jenkins.plugins.aiimage.context;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a {@code .dockerignore}, as moby/patternmatcher has them.
 *
 * <p>A rule matches a path when its pattern matches the path or a directory above it; the last rule
 * that matches decides. Engines disagree on one point: since moby/patternmatcher 0.5 an exception
 * that matches only a directory which was not hidden is forgotten below it ({@code a/b}, then
 * {@code !a}: Docker 20.10 sends {@code a/b}, Docker 28 does not). A path is excluded here only
 * where both hide it, so that a key never misses a file that some engine copies. For the same
 * reason an exception with wildcards is honoured below a hidden directory, as BuildKit does and the
 * classic builder does not.
 */
public final class DockerIgnore {
  private static final DockerIgnore NONE = new DockerIgnore(List.of());

  /** A pattern of the file: its 1-based line and its text as written, without white space. */
  public record Rule(String file, int line, String text) {
    /** For the end of a sentence: «line 3 of .dockerignore (build)». */
    @Override
    public String toString() {
      return "line " + line + " of " + file + " (" + text + ")";
    }
  }

  private record Compiled(Rule rule, boolean exception, Glob glob) {}

  private final List<Compiled> rules;
  private final boolean exceptions;
  private final Scope top;

  private DockerIgnore(List<Compiled> rules) {
    this.rules = rules;
    this.exceptions = rules.stream().anyMatch(Compiled::exception);
    this.top = new Scope(new BitSet(), new BitSet());
  }

  /** No rules: excludes nothing. */
  public static DockerIgnore none() {
    return NONE;
  }

  /**
   * The file that rules a build: {@code <dockerfile>.dockerignore} where it exists, even empty
   * (BuildKit; the classic builder knows it not), else {@code .dockerignore} in the context.
   *
   * @throws ContextException if the file cannot be read or has a malformed pattern
   */
  public static DockerIgnore find(Path context, Path dockerfile) {
    Path own = dockerfile.resolveSibling(dockerfile.getFileName() + ".dockerignore");
    if (Files.exists(own)) {
      return read(own);
    }
    Path common = context.resolve(".dockerignore");
    return Files.exists(common) ? read(common) : NONE;
  }

  /**
   * Reads one file of rules.
   *
   * @throws ContextException if it cannot be read or has a malformed pattern
   */
  public static DockerIgnore read(Path file) {
    try {
      return parse(file.getFileName().toString(), new String(Files.readAllBytes(file), UTF_8));
    } catch (IOException e) {
      throw new ContextException(file + " cannot be read: make it a readable text file.", e);
    }
  }

  /**
   * Parses rules.
   *
   * @param name how errors and {@link Rule} call the file
   * @throws ContextException for a malformed pattern
   */
  public static DockerIgnore parse(String name, String text) {
    List<Compiled> rules = new ArrayList<>();
    String[] lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = trim(lines[i]);
      // Only a # in the very first column makes a comment: « #x» hides a file called #x.
      if (!lines[i].startsWith("#") && !line.isEmpty()) {
        rules.add(compile(new Rule(name, i + 1, line)));
      }
    }
    return rules.isEmpty() ? NONE : new DockerIgnore(List.copyOf(rules));
  }

  private static Compiled compile(Rule rule) {
    boolean exception = rule.text().startsWith("!");
    String pattern = exception ? trim(rule.text().substring(1)) : rule.text();
    try {
      String cleaned = pattern.isEmpty() ? "" : CleanPath.of(pattern);
      if (exception && (cleaned.isEmpty() || cleaned.equals("/"))) {
        throw new IllegalArgumentException("is an exception without a pattern");
      }
      boolean rooted = cleaned.length() > 1 && cleaned.startsWith("/");
      return new Compiled(rule, exception, Glob.ofPath(rooted ? cleaned.substring(1) : cleaned));
    } catch (IllegalArgumentException e) {
      throw new ContextException(
          rule.file() + ", line " + rule.line() + ": «" + rule.text() + "» " + e.getMessage() + ".",
          e);
    }
  }

  /** Go's notion of white space, which knows the no-break space. */
  private static String trim(String line) {
    int start = 0;
    int end = line.length();
    while (start < end && isSpace(line.charAt(start))) {
      start++;
    }
    while (start < end && isSpace(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == '\u0085';
  }

  /** Whether the rules hide a path, given relative to the context with slashes and cleaned. */
  public boolean excludes(String path) {
    return hiddenBy(path).isPresent();
  }

  /** The rule that hides a path, given relative to the context with slashes and cleaned. */
  public Optional<Rule> hiddenBy(String path) {
    Scope scope = top;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      scope = scope.enter(path.substring(0, slash));
    }
    return Optional.ofNullable(path.equals(".") ? null : scope.hides(path));
  }

  /** Where a walk begins. */
  Scope top() {
    return top;
  }

  /** A directory on a walk, with the rules that matched it, from which its children are judged. */
  final class Scope {
    private final BitSet matched;
    private final BitSet remembered;

    private Scope(BitSet matched, BitSet remembered) {
      this.matched = matched;
      this.remembered = remembered;
    }

    /** The rule that hides a child, or null. */
    Rule hides(String path) {
      for (int i = rules.size() - 1; i >= 0; i--) {
        if (matched.get(i) || rules.get(i).glob().matches(path)) {
          boolean hidden = !rules.get(i).exception() && (!exceptions || remember(path, null));
          return hidden ? rules.get(i).rule() : null;
        }
      }
      return null;
    }

    /** Whether anything below a hidden child could be visible after all. */
    boolean mayRevealBelow(String path) {
      if (exceptions) {
        for (Compiled rule : rules) {
          if (rule.exception() && rule.glob().reachesBelow(path)) {
            return true;
          }
        }
      }
      return false;
    }

    Scope enter(String path) {
      if (rules.isEmpty()) {
        return this;
      }
      BitSet here = (BitSet) matched.clone();
      for (int i = 0; i < rules.size(); i++) {
        if (!here.get(i) && rules.get(i).glob().matches(path)) {
          here.set(i);
        }
      }
      BitSet kept = new BitSet();
      remember(path, kept);
      return new Scope(here, kept);
    }

    /** The newer engines' way: rules that change nothing at a directory are not remembered. */
    private boolean remember(String path, BitSet into) {
      boolean hidden = false;
      for (int i = 0; i < rules.size(); i++) {
        Compiled rule = rules.get(i);
        if (remembered.get(i) || (rule.exception() == hidden && rule.glob().matches(path))) {
          hidden = !rule.exception();
          if (into != null) {
            into.set(i);
          }
        }
      }
      return hidden;
    }
  }
}
