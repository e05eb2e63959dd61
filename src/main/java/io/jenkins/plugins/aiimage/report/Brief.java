package io.jenkins.plugins.aiimage.report;

import java.util.List;

/**
 * How short a report becomes, the more so the more of each there is.
 *
 * @param text the longest sentence
 * @param name the longest name
 * @param packages the most of one phase
 */
record Brief(int text, int name, int packages) {
  private static final int LIST = 3;
  private static final int TITLE = 300;
  static final int TABLE = 20;
  private static final int FEW_ATTEMPTS = 10;
  private static final int PACKAGES_OF_A_PHASE = 40;
  private static final int PACKAGES_OF_FEW = 80;
  private static final int PACKAGES_OF_MANY = 40;

  static Brief of(List<PhaseReport> phases) {
    int attempts = 0;
    int installing = 0;
    for (PhaseReport phase : phases) {
      attempts += Math.min(LIST, phase.failures().size());
      installing += phase.installed().isEmpty() ? 0 : 1;
    }
    boolean few = attempts <= FEW_ATTEMPTS;
    int all = few ? PACKAGES_OF_FEW : PACKAGES_OF_MANY;
    int packages = Math.min(PACKAGES_OF_A_PHASE, all / Math.max(1, installing));
    return new Brief(few ? 200 : 60, few ? 80 : 24, packages);
  }

  static String title(String full) {
    return cut(full, TITLE);
  }

  String sentence(String full) {
    return cut(full, text);
  }

  String name(String full) {
    return cut(full, name);
  }

  /** As many packages as there is room for, with their names cut. */
  List<Installed> installed(List<Installed> full) {
    return full.stream()
        .limit(packages)
        .map(one -> new Installed(name(one.name()), name(one.version())))
        .toList();
  }

  /** The last few sentences. */
  List<String> sentences(List<String> full) {
    return last(full).stream().map(this::sentence).toList();
  }

  static <T> List<T> first(List<T> list) {
    return list.subList(0, Math.min(TABLE, list.size()));
  }

  static <T> List<T> last(List<T> list) {
    return list.subList(Math.max(0, list.size() - LIST), list.size());
  }

  private static String cut(String full, int length) {
    if (full.length() <= length) {
      return full;
    }
    boolean splitsPair = Character.isHighSurrogate(full.charAt(length - 1));
    return full.substring(0, splitsPair ? length - 1 : length) + "…";
  }
}
