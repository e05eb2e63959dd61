package io.jenkins.plugins.aiimage.context;

import java.util.List;

/**
 * What one instruction reads from the context.
 *
 * @param label how messages call the instruction, such as {@code COPY}
 * @param sources patterns as COPY understands them, {@code .} for the whole context; a leading
 *     slash, {@code ./} and a trailing slash mean nothing
 * @param excludes patterns of {@code --exclude}, in the syntax of {@code .dockerignore} and
 *     relative to each source directory
 */
public record Selection(String label, List<String> sources, List<String> excludes) {
  public Selection {
    sources = List.copyOf(sources);
    excludes = List.copyOf(excludes);
  }

  /** A selection without excludes. */
  public static Selection of(String label, String... sources) {
    return new Selection(label, List.of(sources), List.of());
  }

  /** Everything that {@code .dockerignore} leaves of the context. */
  public static Selection wholeContext(String label) {
    return of(label, ".");
  }
}
