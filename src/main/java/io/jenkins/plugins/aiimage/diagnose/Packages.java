package io.jenkins.plugins.aiimage.diagnose;

import io.jenkins.plugins.aiimage.dockerfile.HeavyPackages;
import io.jenkins.plugins.aiimage.report.Diagnosis.HeavyPackage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds packages of a weight that is known, and says what could make them lighter. */
final class Packages {
  private static final String CPU = "https://download.pytorch.org/whl/cpu";
  private static final long TORCH_FOR_CPU = 190_000_000;

  private final RecipeView recipe;
  private final String dockerfile;
  private final Map<String, HeavyPackage> found = new LinkedHashMap<>();

  private Packages(RecipeView recipe, String dockerfile) {
    this.recipe = recipe;
    this.dockerfile = dockerfile;
  }

  /**
   * Each package once, where it is named first; the heaviest first.
   *
   * @param dockerfile its name
   */
  static List<HeavyPackage> of(
      RecipeView recipe, String dockerfile, List<RequirementsFile> requirements) {
    Packages packages = new Packages(recipe, dockerfile);
    recipe.installs().forEach(packages::installed);
    for (RequirementsFile file : requirements) {
      List<String> indexes = new ArrayList<>();
      file.options().forEach(option -> indexes.addAll(Indexes.values(option)));
      indexes.addAll(packages.ofInstallation(file));
      for (RequirementsFile.Block block : file.blocks()) {
        block
            .requirement()
            .ifPresent(
                each ->
                    packages.add(each, block.content(), file.path() + ":" + block.line(), indexes));
      }
    }
    return packages.found.values().stream()
        .sorted(Comparator.comparingLong(HeavyPackage::bytes).reversed())
        .toList();
  }

  private void installed(RecipeView.Install install) {
    for (String each : install.command().packages()) {
      if (!install.lists().contains(each)) {
        Requirement.of(each)
            .ifPresent(
                named ->
                    add(
                        named,
                        each,
                        dockerfile + ":" + install.line(),
                        Indexes.values(install.command().words())));
      }
    }
  }

  /** The indexes of the commands that install this list. */
  private List<String> ofInstallation(RequirementsFile file) {
    List<String> indexes = new ArrayList<>();
    String name = file.file().getFileName().toString();
    for (RecipeView.Install install : recipe.installs()) {
      if (install.lists().stream().anyMatch(list -> list.endsWith(name))) {
        indexes.addAll(Indexes.values(install.command().words()));
      }
    }
    return indexes;
  }

  private void add(Requirement each, String written, String where, List<String> indexes) {
    Optional<HeavyPackages.Weight> weight = HeavyPackages.weight(each.name());
    if (weight.isEmpty() || found.containsKey(each.name())) {
      return;
    }
    List<String> all = new ArrayList<>(indexes);
    all.add(written);
    recipe
        .variables()
        .forEach(
            (name, value) -> {
              if (name.contains("INDEX")) {
                all.add(value);
              }
            });
    List<String> known = all.stream().map(text -> recipe.expanded(text).orElse(text)).toList();
    boolean cpu = known.stream().anyMatch(text -> text.contains("/cpu") || text.contains("+cpu"));
    boolean elsewhere =
        indexes.stream().anyMatch(text -> !text.contains("pypi.org"))
            || known.stream().anyMatch(text -> text.contains("/whl/") || text.contains("+cu"));
    long bytes = each.name().equals("torch") && cpu ? TORCH_FOR_CPU : weight.get().bytes();
    found.put(
        each.name(),
        new HeavyPackage(
            each.name(), where, bytes, each.pinned(), advice(each.name(), cpu || elsewhere)));
  }

  private static Optional<String> advice(String name, boolean chosen) {
    return switch (name) {
      case "torch" ->
          chosen
              ? Optional.empty()
              : Optional.of(
                  "PyPI's torch brings CUDA; without a GPU, --index-url "
                      + CPU
                      + " gives one of about 190 MB");
      case "tensorflow" ->
          Optional.of("without a GPU, tensorflow-cpu does the same with about 250 MB");
      case "tensorflow-gpu" -> Optional.of("it is given up: tensorflow has it all");
      case "onnxruntime-gpu" ->
          Optional.of("without a GPU, onnxruntime does the same with about 15 MB");
      default ->
          name.startsWith("nvidia-")
              ? Optional.of("it is of use with a GPU only, and torch brings its own")
              : Optional.empty();
    };
  }
}
