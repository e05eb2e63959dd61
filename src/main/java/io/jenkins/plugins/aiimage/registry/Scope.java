package io.jenkins.plugins.aiimage.registry;

import java.util.ArrayList;
import java.util.List;

/** What a token is to allow, in the words of the distribution project's token specification. */
record Scope(List<String> items) {
  /** Only to be let in. */
  static final Scope NONE = new Scope(List.of());

  Scope {
    items = List.copyOf(items);
  }

  static Scope pull(String repository) {
    return of(repository, "pull");
  }

  static Scope push(String repository) {
    return of(repository, "pull,push");
  }

  static Scope delete(String repository) {
    return of(repository, "delete");
  }

  private static Scope of(String repository, String actions) {
    return new Scope(List.of("repository:" + repository + ":" + actions));
  }

  /** This and what the registry says it wants, which is for it to know. */
  Scope and(String wanted) {
    List<String> all = new ArrayList<>(items);
    for (String item : wanted.split(" ", -1)) {
      if (!item.isEmpty() && !all.contains(item)) {
        all.add(item);
      }
    }
    return new Scope(all);
  }

  Scope and(Scope other) {
    return and(String.join(" ", other.items));
  }
}
