package io.jenkins.plugins.aiimage.dockerfile;

import java.util.List;
import java.util.Optional;

/** The programs that install packages, and how their command lines read. */
public enum PackageTool {
  PIP(
      "install",
      "-i --index-url --extra-index-url -c --constraint -t --target --timeout --default-timeout"
          + " --retries -f --find-links --platform --python-version --prefix --root --src"
          + " --cache-dir --proxy --trusted-host --cert --client-cert --log --progress-bar"
          + " --upgrade-strategy --no-binary --only-binary --implementation --abi"
          + " -C --config-settings --report --exists-action --python -p --index --default-index",
      "-r --requirement"),
  APT(
      "install",
      "-t --target-release --default-release -o --option -c --config-file -a --host-architecture",
      ""),
  APK(
      "add",
      "-t --virtual -X --repository -p --root --keys-dir --repositories-file --wait --arch",
      ""),
  RPM(
      "install groupinstall",
      "-c --config --setopt --releasever --repo --enablerepo --disablerepo -x --exclude"
          + " --installroot --repofrompath",
      ""),
  CONDA(
      "install create env",
      "-c --channel -n --name -p --prefix --solver --platform --subdir",
      "-f --file"),
  NODE(
      "install i ci add",
      "--prefix --registry --cache -C --cwd --dir --network-timeout --loglevel",
      ""),
  LOCKED("install sync add", "-C --directory --project -p --python --extra", "");

  // Words between blanks.
  private final String verbs;
  private final String optionsWithValue;
  private final String optionsWithList;

  PackageTool(String verbs, String optionsWithValue, String optionsWithList) {
    this.verbs = verbs;
    this.optionsWithValue = optionsWithValue;
    this.optionsWithList = optionsWithList;
  }

  private static boolean contains(String words, String word) {
    return (" " + words + " ").contains(" " + word + " ");
  }

  /** The tool a program of that base name is. */
  public static Optional<PackageTool> named(String program) {
    return switch (program) {
      case "apt-get", "apt", "aptitude" -> Optional.of(APT);
      case "apk" -> Optional.of(APK);
      case "dnf", "yum", "microdnf", "zypper" -> Optional.of(RPM);
      case "conda", "mamba", "micromamba" -> Optional.of(CONDA);
      case "npm", "yarn", "pnpm" -> Optional.of(NODE);
      case "poetry", "uv", "pdm", "pipenv" -> Optional.of(LOCKED);
      default -> isPip(program) ? Optional.of(PIP) : Optional.empty();
    };
  }

  /** pip, pip3, pip3.11, pipx. */
  private static boolean isPip(String program) {
    return program.equals("pipx")
        || (program.startsWith("pip")
            && program.chars().skip(3).allMatch(c -> c == '.' || Character.isDigit(c)));
  }

  boolean installs(String verb) {
    return contains(verbs, verb);
  }

  boolean takesValue(String option) {
    return contains(optionsWithValue, option);
  }

  /** Whether the option's value is a file that lists packages. */
  boolean takesList(String option) {
    return contains(optionsWithList, option);
  }

  /** Whether installing just this is too little to be a phase. */
  boolean isLight(String name) {
    return this == PIP && List.of("pip", "wheel", "setuptools").contains(name);
  }
}
