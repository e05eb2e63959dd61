package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.context.ContextException;
import io.jenkins.plugins.aiimage.context.DockerIgnore;
import io.jenkins.plugins.aiimage.dockerfile.Instruction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** DK005: what a COPY of the whole context sends along. */
final class IgnoreFile implements Check {
  private static final Set<String> NAMES =
      Set.of(".git", ".env", ".venv", "venv", "__pycache__", "node_modules", ".mypy_cache");
  private static final Set<String> MODELS =
      Set.of("gguf", "safetensors", "ckpt", "pt", "pth", "onnx", "bin");
  private static final int MOST_NAMED = 3;

  @Override
  public List<Finding> findings(Recipe recipe) {
    Optional<Instruction> copy =
        recipe.stages().stream()
            .flatMap(stage -> stage.stage().instructions().stream())
            .filter(Copies::takesContext)
            .findFirst();
    if (copy.isEmpty() || !Files.isDirectory(recipe.context())) {
      return List.of();
    }
    int line = copy.get().span().firstLine();
    return problem(recipe.context(), recipe.file())
        .map(message -> List.of(Finding.of(Rule.DK005, line, message)))
        .orElse(List.of());
  }

  private static Optional<String> problem(Path context, Path file) {
    Path own = file.resolveSibling(file.getFileName() + ".dockerignore");
    if (!Files.exists(own) && !Files.exists(context.resolve(".dockerignore"))) {
      return Optional.of("the whole folder is copied, and there is no .dockerignore");
    }
    try {
      DockerIgnore rules = DockerIgnore.find(context, file);
      List<String> sent = sent(context).stream().filter(name -> !rules.excludes(name)).toList();
      List<String> named = sent.subList(0, Math.min(MOST_NAMED, sent.size()));
      return sent.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "the whole folder is copied, and .dockerignore lets in " + String.join(", ", named));
    } catch (ContextException e) {
      return Optional.of(e.getMessage().replaceFirst("[.]$", ""));
    }
  }

  /** What lies in the context and hardly belongs into an image. */
  private static List<String> sent(Path context) {
    try (Stream<Path> entries = Files.list(context)) {
      return entries
          .map(path -> path.getFileName().toString())
          .filter(
              name ->
                  NAMES.contains(name)
                      || MODELS.contains(name.substring(name.lastIndexOf('.') + 1)))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
