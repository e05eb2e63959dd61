package io.jenkins.plugins.aiimage.diagnose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the package indexes that a build would or could ask. */
final class Indexes {
  private static final List<String> OPTIONS =
      List.of("--index-url", "-i", "--extra-index-url", "--index", "--default-index");
  private static final List<String> SETTINGS =
      List.of("global.index-url", "global.extra-index-url", "install.index-url");

  private final RecipeView recipe;
  private final Map<String, IndexAddress> addresses = new LinkedHashMap<>();

  private Indexes(RecipeView recipe) {
    this.recipe = recipe;
  }

  /**
   * The indexes, each once.
   *
   * @param others that are named elsewhere
   */
  static List<IndexAddress> of(
      RecipeView recipe, List<RequirementsFile> requirements, List<String> others) {
    Indexes indexes = new Indexes(recipe);
    boolean usual = false;
    for (RecipeView.Install install : recipe.installs()) {
      List<String> own = values(install.command().words());
      own.forEach(indexes::add);
      usual |= own.isEmpty();
    }
    for (List<String> command : recipe.commands()) {
      indexes.settings(command);
    }
    recipe.variables().entrySet().stream()
        .filter(variable -> variable.getKey().contains("INDEX"))
        .sorted(Map.Entry.comparingByKey())
        .forEach(variable -> indexes.add(variable.getValue()));
    for (RequirementsFile file : requirements) {
      file.options().forEach(option -> values(option).forEach(indexes::add));
    }
    recipe.fallbacks().forEach(indexes::add);
    others.forEach(indexes::add);
    if (usual && !recipe.variables().containsKey("PIP_INDEX_URL")) {
      indexes.addresses.putIfAbsent(IndexAddress.USUAL.base(), IndexAddress.USUAL);
    }
    return List.copyOf(indexes.addresses.values());
  }

  /** The addresses behind pip's options. */
  static List<String> values(List<String> words) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      if (OPTIONS.contains(word) && i + 1 < words.size()) {
        values.add(words.get(i + 1));
      } else if (equals > 0 && OPTIONS.contains(word.substring(0, equals))) {
        values.add(word.substring(equals + 1));
      }
    }
    return values;
  }

  /** {@code pip config set global.index-url URL}. */
  private void settings(List<String> command) {
    for (int i = 0; i + 1 < command.size(); i++) {
      if (SETTINGS.contains(command.get(i))) {
        add(command.get(i + 1));
      }
    }
  }

  private void add(String text) {
    Optional<IndexAddress> address = recipe.expanded(text).flatMap(IndexAddress::of);
    address.ifPresent(known -> addresses.merge(known.base(), known, Indexes::withCredentials));
  }

  private static IndexAddress withCredentials(IndexAddress one, IndexAddress other) {
    return one.userInfo().isPresent() ? one : other;
  }
}
