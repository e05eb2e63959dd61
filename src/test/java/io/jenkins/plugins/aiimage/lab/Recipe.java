package io.jenkins.plugins.aiimage.lab;

import java.util.List;

/**
 * What a Dockerfile does in its one phase.
 *
 * @param run a shell command; INDEX_URL and MIRROR are build arguments
 * @param options of {@code ai-image prepare}
 */
record Recipe(String run, List<String> options) {
  private static final String PIP =
      "pip install --no-cache-dir --disable-pip-version-check --root-user-action=ignore"
          + " --index-url \"$INDEX_URL\"";
  private static final String OURS = " --break-system-packages";
  private static final String IMPATIENT = " --timeout 3 --retries 1";
  private static final String PATIENT = " --timeout 100 --retries 1";
  private static final String APT =
      "rm -rf /etc/apt/sources.list.d && echo \"deb $MIRROR ./\" >/etc/apt/sources.list"
          + " && apt-get update";
  private static final String APT_INSTALL = " && apt-get install -y --no-install-recommends ";
  private static final String APT_IMPATIENT =
      "printf 'Acquire::Retries \"0\";\\nAcquire::http::Timeout \"3\";\\n'"
          + " >/etc/apt/apt.conf.d/99lab && ";

  private static final List<String> NO_STALL = List.of("--stall-timeout", "60s");
  private static final List<String> SHORT_STALL = List.of("--stall-timeout", "4s");

  /** pip gives up soon. */
  static final Recipe TORCH = of(PIP + OURS + IMPATIENT + " torch==2.3.0" + imports("torch"));

  /** pip waits longer than a silence may last. */
  static final Recipe PATIENT_TORCH =
      new Recipe(PIP + OURS + PATIENT + " torch==2.3.0" + imports("torch"), SHORT_STALL);

  /** pip fetches slowly, which is allowed. */
  static final Recipe SLOW_TORCH = of(PIP + OURS + PATIENT + " torch==2.3.0" + imports("torch"));

  static final Recipe ABSENT_TORCH = of(PIP + OURS + IMPATIENT + " torch==9.9");
  static final Recipe CONFLICT = of(PIP + OURS + IMPATIENT + " torch==2.3.0 numpy==2.0.0");
  static final Recipe UNMANAGED = of(PIP + IMPATIENT + " torch==2.3.0");
  static final Recipe TYPO = of("pipp install torch==2.3.0");

  static final Recipe HELLO =
      of(APT_IMPATIENT + APT + APT_INSTALL + "lab-hello && cat /opt/lab-hello");
  static final Recipe PATIENT_HELLO =
      new Recipe(APT + APT_INSTALL + "lab-hello && cat /opt/lab-hello", SHORT_STALL);
  static final Recipe ABSENT_HELLO = of(APT_IMPATIENT + APT + APT_INSTALL + "lab-absent");

  Recipe {
    options = List.copyOf(options);
  }

  private static Recipe of(String run) {
    return new Recipe(run, NO_STALL);
  }

  private static String imports(String module) {
    return " && python3 -c \"import " + module + "; print(" + module + ".__version__)\"";
  }

  String dockerfile() {
    return """
        ARG BASE
        FROM $BASE
        ARG EXPERIMENT
        ARG INDEX_URL
        ARG MIRROR
        # phase: packages
        RUN %s
        """
        .formatted(run);
  }
}
