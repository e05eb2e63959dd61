package io.jenkins.plugins.aiimage.trivy;

/**
 * A source as parameters and settings name it.
 *
 * @param database that it has
 */
public record NamedSource(Database database, Source source) {

  /**
   * Reads {@code [KIND=][http://]HOST/REPOSITORY:TAG}, where the kind is {@code java} or {@code
   * checks}.
   *
   * @throws IllegalArgumentException in one sentence, if it is none
   */
  public static NamedSource parse(String text) {
    int equals = text.indexOf('=');
    String kind = equals < 0 ? "" : text.substring(0, equals).strip();
    Database database =
        switch (kind) {
          case "" -> Database.VULNERABILITIES;
          case "java" -> Database.JAVA;
          case "checks" -> Database.CHECKS;
          default ->
              throw new IllegalArgumentException(
                  "\"" + kind + "\" is no kind: write java= or checks=");
        };
    return new NamedSource(database, Source.parse(text.substring(equals + 1).strip()));
  }
}
