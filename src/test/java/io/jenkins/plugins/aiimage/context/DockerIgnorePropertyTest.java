package io.jenkins.plugins.aiimage.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DockerIgnorePropertyTest {
  @Provide
  Arbitrary<String> pattern() {
    return Arbitraries.of("a", "b", "/", "*", "**", "**/", "?", "[ab]", "[^a]", "\\-", "[a-b]")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> path() {
    return Arbitraries.of("a", "b", "ab", "ba", "a-", "-b")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(elements -> String.join("/", elements));
  }

  @Provide
  Arbitrary<List<String>> rules() {
    return pattern()
        .flatMap(p -> Arbitraries.of(p, "!" + p))
        .filter(p -> !CleanPath.of(p.substring(p.startsWith("!") ? 1 : 0)).equals("/"))
        .list()
        .ofMaxSize(5);
  }

  @Property(tries = 5000)
  void shouldMatchLikeARegularExpression(
      @ForAll("pattern") String pattern, @ForAll("path") String path) {
    String cleaned = CleanPath.of(pattern);
    assertEquals(regex(cleaned).matcher(path).matches(), Glob.ofPath(cleaned).matches(path));
  }

  @Property(tries = 5000)
  void shouldHideWhereBothEnginesHide(
      @ForAll("rules") List<String> rules, @ForAll("path") String path) {
    DockerIgnore ignore = DockerIgnore.parse("x", String.join("\n", rules));
    assertEquals(older(rules, path) && newer(rules, path), ignore.excludes(path));
  }

  @Property(tries = 5000)
  void shouldNeverPruneWhatIsVisible(
      @ForAll("rules") List<String> rules,
      @ForAll("path") String directory,
      @ForAll("path") String below) {
    DockerIgnore ignore = DockerIgnore.parse("x", String.join("\n", rules));
    if (ignore.excludes(directory) && !ignore.excludes(directory + "/" + below)) {
      assertTrue(ignore.top().mayRevealBelow(directory));
    }
  }

  /** The last rule that matches the path or anything above it decides. */
  private static boolean older(List<String> rules, String path) {
    boolean hidden = false;
    for (String rule : rules) {
      for (String prefix : prefixes(path)) {
        if (regexOfRule(rule).matcher(prefix).matches()) {
          hidden = !rule.startsWith("!");
        }
      }
    }
    return hidden;
  }

  /** The same, but a rule is looked at only where it would change the verdict. */
  private static boolean newer(List<String> rules, String path) {
    boolean[] kept = new boolean[rules.size()];
    boolean hidden = false;
    for (String prefix : prefixes(path)) {
      hidden = false;
      for (int i = 0; i < kept.length; i++) {
        boolean exception = rules.get(i).startsWith("!");
        if (!kept[i] && exception == hidden) {
          kept[i] = regexOfRule(rules.get(i)).matcher(prefix).matches();
        }
        hidden = kept[i] ? !exception : hidden;
      }
    }
    return hidden;
  }

  private static List<String> prefixes(String path) {
    List<String> prefixes = new ArrayList<>();
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      prefixes.add(path.substring(0, slash));
    }
    prefixes.add(path);
    return prefixes;
  }

  private static Pattern regexOfRule(String rule) {
    String cleaned = CleanPath.of(rule.startsWith("!") ? rule.substring(1) : rule);
    return regex(cleaned.length() > 1 && cleaned.startsWith("/") ? cleaned.substring(1) : cleaned);
  }

  private static Pattern regex(String cleaned) {
    if (cleaned.matches("\\*\\*[^*?\\[\\]\\\\/][^*?\\[\\]\\\\]*")) {
      return Pattern.compile(".*" + Pattern.quote(cleaned.substring(2)));
    }
    String regex =
        cleaned
            .replace(".", "\\.")
            .replaceAll("\\*\\*/?$", "@")
            .replaceAll("\\*\\*/?", "%")
            .replace("*", "[^/]*")
            .replace("?", "[^/]")
            .replace("%", "(.*/)?")
            .replace("@", ".*");
    return Pattern.compile(regex);
  }
}
