package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what one instruction of a stage reads. */
final class SourceReader {
  private final Recipe recipe;
  private final int stage;
  private final Scope scope;
  private final Instruction instruction;
  private final List<Source> sources = new ArrayList<>();
  private final List<String> paths = new ArrayList<>();

  private SourceReader(Recipe recipe, int stage, Scope scope, Instruction instruction) {
    this.recipe = recipe;
    this.stage = stage;
    this.scope = scope;
    this.instruction = instruction;
  }

  static List<Source> read(Recipe recipe, int stage, Scope scope, Instruction instruction) {
    SourceReader reader = new SourceReader(recipe, stage, scope, instruction);
    switch (instruction.keyword()) {
      case ADD, COPY -> reader.copy();
      case RUN -> reader.run();
      default -> {}
    }
    return reader.sources;
  }

  private void run() {
    for (Flag flag : instruction.flags()) {
      if (flag.name().equals("mount")) {
        flag.text().ifPresent(text -> mount(Mount.parse(text)));
      }
    }
    addContext(List.of());
  }

  private void mount(Mount mount) {
    String type = mount.type().flatMap(this::expand).orElse("bind");
    boolean bind = type.equalsIgnoreCase("bind");
    if (mount.from().isPresent()) {
      if (bind || type.equalsIgnoreCase("cache")) {
        from(mount.from().get());
      }
    } else if (bind) {
      paths.add(mount.source().orElse("."));
    }
  }

  private void copy() {
    for (Flag flag : instruction.flags()) {
      if (flag.name().equals("from") && flag.text().filter(text -> !text.isEmpty()).isPresent()) {
        from(flag.text().get());
        return;
      }
    }
    List<String> words =
        instruction
            .execForm()
            .orElseGet(
                () -> instruction.argumentText().words().stream().map(Object::toString).toList());
    for (String word : words.subList(0, words.size() - 1)) {
      if (instruction.heredocs().isEmpty() || HeredocWord.in(word).isEmpty()) {
        copied(word);
      }
    }
    addContext(excludes());
  }

  private void copied(String word) {
    Optional<Source> remote = Optional.empty();
    if (instruction.keyword() == Keyword.ADD) {
      Optional<String> checksum = instruction.flag("checksum").flatMap(this::expand);
      remote = expand(word).flatMap(value -> RemoteSource.of(value, checksum));
    }
    remote.ifPresentOrElse(sources::add, () -> paths.add(word));
  }

  /** A pattern that cannot be known is left out: then more is read, never less. */
  private List<String> excludes() {
    List<String> excludes = new ArrayList<>();
    for (Flag flag : instruction.flags()) {
      if (flag.name().equals("exclude")) {
        flag.value().flatMap(this::expand).ifPresent(excludes::add);
      }
    }
    return excludes;
  }

  private void addContext(List<String> excludes) {
    List<String> patterns = new ArrayList<>();
    for (String path : paths) {
      Optional<String> expanded = expand(path);
      if (expanded.isEmpty()) {
        sources.add(new Source.WholeContext());
        return;
      }
      patterns.add(clean(expanded.get()));
    }
    if (!patterns.isEmpty()) {
      sources.add(new Source.ContextPaths(patterns, excludes));
    }
  }

  private String clean(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          throw new DockerfileException(
              instruction.line(),
              instruction.keyword()
                  + " "
                  + path
                  + " leaves the build context; use a context that holds the file");
        }
        parts.remove(parts.size() - 1);
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return parts.isEmpty() ? "." : String.join("/", parts);
  }

  private void from(LogicalText text) {
    String name = text.toString();
    if (name.indexOf('$') >= 0) {
      throw new DockerfileException(
          instruction.line(),
          "Docker expands no variable in from="
              + name
              + "; name a stage there and begin that stage with FROM "
              + name);
    }
    Optional<Stage> other = recipe.stage(name);
    if (other.isPresent() && other.get().index() >= stage) {
      throw new DockerfileException(
          instruction.line(),
          "from=" + name + " names a stage that is not finished here; move that stage up");
    }
    if (other.isPresent()) {
      sources.add(new Source.OtherStage(other.get().index()));
    } else if (name.chars().allMatch(Character::isDigit)) {
      throw new DockerfileException(
          instruction.line(), "there is no stage " + name + "; name one of the stages above");
    } else if (!name.equals("scratch")) {
      ImageReference image = new ImageReference(name, text.span(recipe.dockerfile().text()));
      sources.add(new Source.Image(image));
    }
  }

  private Optional<String> expand(String word) {
    return recipe.expand(word, scope, instruction.line());
  }
}
