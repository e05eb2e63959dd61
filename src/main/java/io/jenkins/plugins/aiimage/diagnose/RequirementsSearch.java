package io.jenkins.plugins.aiimage.diagnose;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the lists of packages that a Dockerfile installs, and others beside them. */
final class RequirementsSearch {
  private static final int MOST = 50;

  private final Path context;
  private final Map<String, RequirementsFile> found = new LinkedHashMap<>();

  private RequirementsSearch(Path context) {
    this.context = context;
  }

  /** Those that are installed come first. */
  static List<RequirementsFile> of(RecipeView recipe, Path context) {
    RequirementsSearch search = new RequirementsSearch(context);
    for (RecipeView.Install install : recipe.installs()) {
      for (String name : install.lists()) {
        recipe.expanded(name).flatMap(search::locate).ifPresent(path -> search.add(path, true));
      }
    }
    search.others().forEach(path -> search.add(path, false));
    return List.copyOf(search.found.values());
  }

  /** Where a name in the image stands in the context: a COPY may have moved it. */
  private Optional<String> locate(String name) {
    String relative = name.startsWith("/") ? name.substring(1) : name;
    for (String candidate : List.of(relative, relative.substring(relative.lastIndexOf('/') + 1))) {
      try {
        Path file = context.resolve(candidate).normalize();
        if (file.startsWith(context) && Files.isRegularFile(file)) {
          return Optional.of(context.relativize(file).toString().replace('\\', '/'));
        }
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private List<String> others() {
    TreeSet<String> names = new TreeSet<>();
    for (String folder : List.of("", "requirements")) {
      String glob = folder.isEmpty() ? "requirements*.txt" : "*.txt";
      try (DirectoryStream<Path> files = Files.newDirectoryStream(context.resolve(folder), glob)) {
        for (Path file : files) {
          names.add((folder.isEmpty() ? "" : folder + "/") + file.getFileName());
        }
      } catch (IOException e) {
        return List.copyOf(names); // There is no such folder.
      }
    }
    return List.copyOf(names);
  }

  /** With the lists that a list names. */
  private void add(String path, boolean installed) {
    Deque<String> waiting = new ArrayDeque<>(List.of(path));
    while (!waiting.isEmpty() && found.size() < MOST) {
      String next = waiting.remove();
      if (!found.containsKey(next)) {
        RequirementsFile.read(context.resolve(next), next, installed)
            .ifPresent(
                file -> {
                  found.put(next, file);
                  waiting.addAll(nested(file));
                });
      }
    }
  }

  private List<String> nested(RequirementsFile file) {
    List<String> nested = new ArrayList<>();
    for (List<String> option : file.options()) {
      boolean names = option.get(0).equals("-r") || option.get(0).equals("--requirement");
      if (names && option.size() > 1) {
        Path other = file.file().resolveSibling(option.get(1)).normalize();
        if (other.startsWith(context)) {
          nested.add(context.relativize(other).toString().replace('\\', '/'));
        }
      }
    }
    return nested;
  }
}
