package io.jenkins.plugins.aiimage.jenkins.settings;

import io.jenkins.plugins.aiimage.trivy.Database;
import io.jenkins.plugins.aiimage.trivy.NamedSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the System page says of Trivy's databases.
 *
 * @param registry the one of that page, with its credentials
 * @param sources each {@code [KIND=]REF}
 * @param mirrors each {@code [KIND=]REF}, asked before the sources
 * @param maxAge empty if it is not set
 */
record TrivyChoice(
    RegistryChoice registry, List<String> sources, List<String> mirrors, String maxAge) {
  static final TrivyChoice NONE = new TrivyChoice(RegistryChoice.NONE, List.of(), List.of(), "");

  TrivyChoice {
    sources = List.copyOf(sources);
    mirrors = List.copyOf(mirrors);
  }

  /** Puts in what a step leaves open, for each database by itself. A file takes no sources. */
  void complete(Completion all) {
    Set<Database> wanted = EnumSet.of(Database.VULNERABILITIES);
    if (all.has("javaDb")) {
      wanted.add(Database.JAVA);
    }
    if (all.has("checks")) {
      wanted.add(Database.CHECKS);
    }
    if (!all.has("importFrom")) {
      all.replace("sources", merged(all.texts("sources"), sources, wanted));
    }
    all.replace("mirrorTo", merged(all.texts("mirrorTo"), mirrors, wanted));
    all.put("maxAge", maxAge);
  }

  private static List<String> merged(List<String> given, List<String> set, Set<Database> wanted) {
    Set<Database> open = EnumSet.copyOf(wanted);
    given.forEach(text -> named(text).ifPresent(one -> open.remove(one.database())));
    List<String> merged = new ArrayList<>(given);
    for (String text : set) {
      // What cannot be read goes along: the run says what is wrong with it.
      if (named(text).map(NamedSource::database).map(open::contains).orElse(true)) {
        merged.add(text);
      }
    }
    return merged;
  }

  /** Empty if it cannot be read. */
  static Optional<NamedSource> named(String text) {
    try {
      return Optional.of(NamedSource.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The variables by which Trivy itself asks the same places in the same order; none for a database
   * that nothing is said about.
   */
  Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>();
    for (Database database : Database.values()) {
      List<String> own = references(mirrors, database);
      List<String> others = references(sources, database);
      if (own.isEmpty() && others.isEmpty()) {
        continue;
      }
      List<String> all = new ArrayList<>(own);
      all.addAll(others.isEmpty() ? database.standardSources() : others);
      int most = database == Database.CHECKS ? 1 : all.size();
      variables.put(database.repositoryVariable(), String.join(",", all.subList(0, most)));
    }
    return variables;
  }

  /** As Trivy reads them. */
  private static List<String> references(List<String> texts, Database database) {
    return texts.stream()
        .flatMap(text -> named(text).stream())
        .filter(named -> named.database() == database)
        .map(named -> named.source().toString())
        .toList();
  }
}
