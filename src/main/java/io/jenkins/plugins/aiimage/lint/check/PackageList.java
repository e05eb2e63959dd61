package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.InstallCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list of packages in the build context that an installation reads, as far as it is found.
 *
 * @param name of the file in the context
 */
record PackageList(String name, List<String> lines) {
  private static final long LARGEST = 200_000;

  PackageList {
    lines = List.copyOf(lines);
  }

  /** The names of all packages that are installed, those of lists among them. */
  static List<String> names(Recipe recipe, RunStep.Install install) {
    List<String> names = new ArrayList<>(install.packages().names());
    if (install.isPip()) {
      for (PackageList list : of(recipe, install)) {
        for (String line : list.lines) {
          if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("-")) {
            names.addAll(InstallCommand.of(List.of("pip", "install", line)).orElseThrow().names());
          }
        }
      }
    }
    return names;
  }

  /** The lists that it names, where the context has a file of that name. */
  static List<PackageList> of(Recipe recipe, RunStep.Install install) {
    List<PackageList> lists = new ArrayList<>();
    List<String> words = install.packages().words();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).equals("-r") || words.get(i).equals("--requirement")) {
        String path = words.get(i + 1);
        read(recipe.context(), path)
            .or(() -> read(recipe.context(), path.substring(path.lastIndexOf('/') + 1)))
            .ifPresent(lists::add);
      }
    }
    return lists;
  }

  private static Optional<PackageList> read(Path context, String name) {
    try {
      Path file = context.resolve(name).normalize();
      if (file.startsWith(context.normalize())
          && Files.isRegularFile(file)
          && Files.size(file) <= LARGEST) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return Optional.of(new PackageList(name, text.lines().map(String::strip).toList()));
      }
    } catch (IOException | InvalidPathException e) {
      // Whoever builds will hear of it.
    }
    return Optional.empty();
  }
}
